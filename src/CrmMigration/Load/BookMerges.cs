using CrmMigration.Map;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>In the ledger of one partition, moves the rows that give way from created to merged. A second time it finds them moved.</summary>
internal sealed class BookMerges(RunContext context)
{
    public async Task<StepCounts> Run(PartitionRef partition, CancellationToken cancellation)
    {
        var row = await context.Row(partition.Entity.Entity);
        var kind = EntityMapping.Of(context.Entity(partition.Entity.Entity)).SourceKeyKind;
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, partition.Entity.Run);
        var place = new { entityId = row.EntityId, partition = partition.Number };
        if (await target.ExecuteAsync(SqlText.Of("Load/BookMerged.sql"), place) == 0)
        {
            return new(0);
        }

        var merged = (await Keys(target, "Load/ReadMembers.sql", place.entityId, place.partition)).ToHashSet();
        var kept = new KeyList(kind);
        foreach (var key in (await Keys(target, "Load/ReadCreated.sql", place.entityId, place.partition)).Where(key => !merged.Contains(key)))
        {
            kept.Add(key);
        }

        await using var keep = new NpgsqlCommand(SqlText.Of("Load/KeepCreated.sql"), target)
        {
            Parameters = { new("entityId", place.entityId), new("partition", place.partition) },
        };
        keep.Parameters.AddKeys("numbers", "texts", kept);
        await keep.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(merged.Count);
    }

    private static async Task<SourceKey[]> Keys(NpgsqlConnection target, string statement, long entityId, int partition)
    {
        await using var command = new NpgsqlCommand(SqlText.Of(statement), target)
        {
            Parameters = { new("entityId", entityId), new("partition", partition) },
        };
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? KeyArrays.Read(reader, 0, 1) : [];
    }
}
