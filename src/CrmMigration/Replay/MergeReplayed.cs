using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Match;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>Merges a chunk of the clusters that a replay found, in one transaction with the new fates. Done twice, it finds only what was rejected again.</summary>
internal sealed class MergeReplayed(RunContext context)
{
    public async Task<StepCounts> Run(PartitionRef chunk, CancellationToken cancellation)
    {
        var row = await context.Row(chunk.Entity.Entity);
        var entity = context.Entity(chunk.Entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, chunk.Entity.Run);
        var kind = KeyKinds.Of(entity.TargetKey.BaseType)!.Value;
        var merges = await new ReplayedRows(target, row.EntityId, new MatchedSources(entity, row)).OfMerges(chunk.Number, kind);
        if (merges.Count > 0)
        {
            await using var sources = await ReplaySources.Open(context, entity, row.WorkTable, merges.Select(merge => merge.Row.Id.Source));
            var (books, placements) = (new ReplayBooks(target, row, sources), await context.Assigning.PlacementsOfAll(entity, row.WorkTable));
            var mapped = Map(sources, books, merges.ConvertAll(merge => merge.Row));
            await Merge(target, EntityMapping.OfTarget(entity, row.WorkTable), new(row.EntityId, books, merges, mapped), placements);
            await books.Write(chunk.Entity.Run, cancellation);
            context.Assigning.Enter(target, entity, placements);
            await transaction.CommitAsync(cancellation);
        }

        return new(merges.Count);
    }

    // Who is rejected again, or is to be skipped, takes no part. A row that gives way needs no number of the target's.
    private static Dictionary<RowId, byte[]> Map(ReplaySources sources, ReplayBooks books, List<ReplayedRow> rows)
    {
        rows.FindAll(row => row.Skips).ForEach(row => books.Account(row.Partition).SkippedByHand(row.Id.Key));
        var mapped = new Dictionary<RowId, byte[]>();
        foreach (var source in rows.Where(row => !row.Skips).GroupBy(row => row.Id.Source))
        {
            var mapper = sources[source.Key].Looking;
            var buffer = new TupleBuffer(mapper.Mapping.TargetColumns.Count);
            books.Read([.. source], (row, reader) =>
            {
                var account = books.Account(row.Partition);
                buffer.Clear();
                if (mapper.RuleThatSkips(reader) is { } rule)
                {
                    account.Skipped(row.Id.Key, rule, reader);
                }
                else if (mapper.Map(reader, buffer) is { } rejection)
                {
                    account.Rejected(row.Id.Key, rejection, reader);
                }
                else
                {
                    account.Corrections.Add(row.Id.Key, mapper.Corrections, reader);
                    mapped[row.Id] = buffer.Row.ToArray();
                }
            });
        }

        return mapped;
    }

    private static async Task Merge(NpgsqlConnection target, EntityMapping mapping, Work work, IReadOnlyList<KeyPlacement> placements)
    {
        await target.ExecuteAsync("set constraints all immediate");
        var standing = await TargetRows.Read(target, mapping, [.. work.Merges.Select(merge => merge.Survivor?.Key).OfType<SourceKey>().Distinct()]);
        var upsert = await UpsertBatch.Open(target, mapping, (work.EntityId, 0));
        var survivors = new ReplaySurvivors(upsert, mapping, work.Books, placements);
        foreach (var cluster in work.Merges.GroupBy(merge => merge.Cluster).OrderBy(cluster => cluster.Key))
        {
            var members = cluster.Select(merge => merge.Row).Where(row => work.Mapped.ContainsKey(row.Id)).OrderBy(row => row.Id)
                .Select(row => new ReplayedMember(row.Id, work.Books.Account(row.Partition), work.Mapped[row.Id])).ToList();
            if (cluster.First().Survivor is { } survivor && standing.TryGetValue(survivor.Key, out var row))
            {
                survivors.Join(survivor, row, members);
            }
            else
            {
                survivors.Promote(members);
            }
        }

        work.Books.Transactions = upsert.Transactions;
    }

    private sealed record Work(long EntityId, ReplayBooks Books, List<ReplayedMerge> Merges, Dictionary<RowId, byte[]> Mapped);
}
