using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Verify;

/// <summary>
/// Compares every row of a range of source keys by value with what the target holds. Most are alike, and their hashes tell; what is not, or stands with others for one row of
/// the target, is made row by row. Done twice, it finds the range compared.
/// </summary>
internal sealed class CompareRange(RunContext context)
{
    private const int RowsAtOnce = 10_000;
    private const int SettledAtOnce = 1_000;

    public async Task<StepCounts> Run(PartitionRef range, CancellationToken cancellation)
    {
        var row = await context.Row(range.Entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, range.Entity.Run);
        var work = await target.QuerySingleAsync<Range>(SqlText.Of("Verify/FindRange.sql"), new { row.EntityId, range.Number });
        long rows = 0;
        if (!work.Compared)
        {
            var tally = await Compare(target, (row.EntityId, range), work, cancellation);
            await transaction.CommitAsync(cancellation);
            rows = tally.Read;
        }

        var progress = context.Progress.Phase(range.Entity.Entity, "compare");
        progress.AddRows(rows);
        progress.PartitionDone();
        return new(rows);
    }

    private async Task<RangeTally> Compare(NpgsqlConnection target, (long EntityId, PartitionRef Ref) range, Range work, CancellationToken cancellation)
    {
        await using var compared = await ComparedEntity.Open(context, range.Ref.Entity, target, cancellation);
        var position = compared.Sets.Single(set => set.Source == work.Source).Position;
        var source = compared.Sources[position];
        var keys = new KeyRange(work.After, work.Through);
        var scanned = RangeScan.Of((source.Copy, await source.MapperOf(keys, compared.Sources.Placement(position)), compared.Hash), keys, cancellation);
        var (tally, open) = (new RangeTally(), new List<SourceKey>());
        foreach (var chunk in scanned.Keys.Chunk(RowsAtOnce))
        {
            await Compare(compared, position, (scanned, chunk), (tally, open));
        }

        var differences = new Differences(target, range.EntityId, compared.SetOf(position));
        foreach (var chunk in open.Chunk(SettledAtOnce))
        {
            foreach (var settled in await new RowSettlement(compared).Settle(position, chunk))
            {
                tally.Add(settled.State);
                await differences.Put(settled);
            }
        }

        await End(target, (range.EntityId, range.Ref.Number), tally);
        return tally;
    }

    private static async Task Compare(
        ComparedEntity compared, int position, (Dictionary<SourceKey, ScannedRow> All, SourceKey[] Keys) rows, (RangeTally Tally, List<SourceKey> Open) into)
    {
        var links = await compared.Links(position, rows.Keys);
        var standing = await compared.Hashes(links.Values.Select(link => link.Target).OfType<SourceKey>().Distinct());
        foreach (var key in rows.Keys)
        {
            if (Plain(compared, rows.All[key], links.GetValueOrDefault(key), standing) is { } state)
            {
                into.Tally.Add(state);
            }
            else
            {
                into.Open.Add(key);
            }
        }
    }

    // Null: it takes a closer look.
    private static RowState? Plain(ComparedEntity compared, ScannedRow row, LinkRow? link, Dictionary<SourceKey, long> standing) => (row.Fate, link) switch
    {
        (MappedFate.Mapped, { Leads: true, HasMembers: false, Target: { } target }) => standing.TryGetValue(target, out var hash) && unchecked((ulong)hash) == (row.Hash ^ KeyHash(compared, target)) ? RowState.Equal : null,
        (MappedFate.Mapped, { IsMerged: true, Target: { } target }) when standing.ContainsKey(target) => RowState.Merged,
        (MappedFate.Rejected, { Status: "rejected" }) => RowState.Rejected,
        (MappedFate.Skipped, { Status: "skipped" }) => RowState.Skipped,
        _ => null,
    };

    private static ulong KeyHash(ComparedEntity compared, SourceKey key)
    {
        Span<byte> cell = key.Text is { } text ? new byte[Math.Max(16, text.Length * 3)] : stackalloc byte[sizeof(long)];
        return compared.Hash.OfCell(cell[..compared.Mapping.TargetKeyKind.Write(key, cell)], 0);
    }

    private static Task<int> End(NpgsqlConnection target, (long EntityId, int Number) range, RangeTally tally) => target.ExecuteAsync(
        SqlText.Of("Verify/EndRange.sql"),
        new
        {
            range.EntityId,
            range.Number,
            read = tally.Read,
            equal = tally[RowState.Equal],
            differing = tally[RowState.Differing],
            missing = tally[RowState.Missing],
            merged = tally[RowState.Merged],
            rejected = tally[RowState.Rejected],
            skipped = tally[RowState.Skipped],
            changed = tally[RowState.Changed],
        });

    private sealed record Range(string Source, string? After, string? Through, bool Compared);
}
