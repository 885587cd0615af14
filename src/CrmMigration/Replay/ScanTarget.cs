using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Match;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>
/// Reads the match columns of one partition's rows as they stand in the target, and keeps the keys of those that share one with a row that
/// is replayed. Rows that were merged are read from the source, and count for the one they were merged into. Rows of the target that the
/// run does not answer for do not count: they are not of the entity's sources.
/// </summary>
internal sealed class ScanTarget(RunContext context)
{
    private const int MergedAtOnce = 1_000;

    public async Task<StepCounts> Run(PartitionRef partition, CancellationToken cancellation)
    {
        var row = await context.Row(partition.Entity.Entity);
        var entity = context.Entity(partition.Entity.Entity);
        var mapping = EntityMapping.ForMatching(entity, source: 0);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, partition.Entity.Run);
        var books = new ReplayKeys(target, row.EntityId, new(entity, row), mapping.TargetKeyKind);
        var wanted = new HashSet<ulong>();
        await foreach (var pair in books.Read(ReplayKeys.Replayed))
        {
            wanted.Add(pair.Hash);
        }

        if (wanted.Count == 0)
        {
            return new(0);
        }

        var place = (partition.Number, partition.Number);
        using (var pairs = new PackedPairs())
        {
            Scan(target, mapping, OwnRows.Join(mapping, $"entry.partition = {partition.Number}", $"{row.EntityId}"), wanted, pairs);
            await books.Write(ReplayKeys.Target, place, pairs);
        }

        using (var pairs = new PackedPairs())
        {
            await ScanMerged(await ReadMerged(target, row, partition.Number, cancellation), entity, wanted, pairs);
            await books.Write(ReplayKeys.Merged, place, pairs);
        }

        await transaction.CommitAsync(cancellation);
        return new(0);
    }

    private static void Scan(NpgsqlConnection target, EntityMapping mapping, string from, HashSet<ulong> wanted, PackedPairs pairs)
    {
        var (keys, kind) = (new MatchKeys(mapping), mapping.TargetKeyKind);
        var row = new TupleBuffer(mapping.TargetColumns.Count);
        var columns = string.Join(", ", mapping.TargetColumns.Select(column => $"t.{SqlName.Quote(column.Name)}"));
        using var stream = target.BeginRawBinaryCopy($"copy (select {columns} from {from}) to stdout (format binary)");
        using var reader = new TupleReader(stream);
        while (reader.Read())
        {
            row.Clear();
            row.AddRow(reader);
            keys.AddTo(pairs, (kind.Read(reader.Field(0)), kind), row, wanted.Contains);
        }
    }

    private async Task ScanMerged(Dictionary<RowId, SourceKey> survivors, CheckedEntity entity, HashSet<ulong> wanted, PackedPairs pairs)
    {
        var mapping = EntityMapping.OfTarget(entity, work: null);
        var keys = new MatchKeys(mapping);
        var buffer = new TupleBuffer(mapping.TargetColumns.Count);
        await using var members = await MemberRows.Of(context, entity);
        foreach (var (id, row) in survivors.Keys.Chunk(MergedAtOnce).SelectMany(members.Read))
        {
            buffer.Clear();
            buffer.AddRow(row);
            keys.AddTo(pairs, (survivors[id], mapping.TargetKeyKind), buffer, wanted.Contains);
        }
    }

    private static async Task<Dictionary<RowId, SourceKey>> ReadMerged(NpgsqlConnection target, EntityRow row, int partition, CancellationToken cancellation)
    {
        var survivors = new Dictionary<RowId, SourceKey>();
        await using var command = new NpgsqlCommand(SqlText.Of("Replay/ReadMerged.sql"), target) { Parameters = { new("entityId", row.EntityId), new("partition", partition) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            foreach (var (key, survivor) in KeyArrays.Read(reader, 0, 1).Zip(KeyArrays.Read(reader, 2, 3)))
            {
                survivors[new(row.SourceOf(partition), key)] = survivor;
            }
        }

        return survivors;
    }
}
