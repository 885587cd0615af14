using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>
/// A row is merged before its survivor is loaded. Where the target refused the survivor, or the source lost it meanwhile, its cluster
/// has nobody: here the next member that can be loaded takes its place, and the books say so.
/// </summary>
internal sealed class SettleMerges(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        if (row.Is("published"))
        {
            return new(0);
        }

        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        var lost = await ReadLost(target, row, cancellation);
        if (lost.Count > 0)
        {
            await using var clusters = await OrphanedClusters.Of(context, target, row);
            await clusters.Settle(lost, cancellation);
        }

        await target.ExecuteAsync(SqlText.Of("Runs/SetEntityState.sql"), new { entityId = row.EntityId, state = "published" });
        await transaction.CommitAsync(cancellation);
        return new(lost.Count);
    }

    private static async Task<List<PlacedMember>> ReadLost(NpgsqlConnection target, EntityRow row, CancellationToken cancellation)
    {
        var lost = new List<PlacedMember>();
        await using var command = new NpgsqlCommand(SqlText.Of("Load/ReadLost.sql"), target) { Parameters = { new("entityId", row.EntityId) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var partition = reader.GetInt32(2);
            lost.AddRange(KeyArrays.Read(reader, 0, 1).Select(key => new PlacedMember(new(row.SourceOf(partition), key), partition)));
        }

        return lost;
    }
}
