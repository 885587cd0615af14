using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using CrmMigration.Withdraw;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>
/// Brings a batch of changes into the target: reads the rows as they are now, cleans and maps them, and writes what differs, with their fates and
/// their links, in one transaction. Done twice, it finds the batch published.
/// </summary>
internal sealed class ApplyChanges(RunContext context)
{
    public async Task<StepCounts> Run(PartitionRef batch, CancellationToken cancellation)
    {
        var row = await context.Row(batch.Entity.Entity);
        var entity = Wanted(context.Entity(batch.Entity.Entity));
        var progress = context.Progress.Phase(batch.Entity.Entity, "sync");
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, batch.Entity.Run);
        await target.ExecuteAsync(SqlText.Of("Sync/PreferIndexes.sql"));
        var first = batch.Number * entity.Sources.Count;
        var work = await target.QuerySingleAsync<PartitionRow>(SqlText.Of("Runs/FindPartition.sql"), new { entityId = row.EntityId, number = first });
        long rows = 0;
        if (work.State != "published")
        {
            rows = await Apply(target, new(entity, row.EntityId, batch.Number, batch.Entity.Run.RunId), cancellation);
            await transaction.CommitAsync(cancellation);
        }

        progress.AddRows(rows);
        progress.PartitionDone();
        return new(rows);
    }

    // Who repairs what a verification found has decided what wins.
    private CheckedEntity Wanted(CheckedEntity entity) => context.Repairs ? entity with { Plan = entity.Plan with { Conflicts = ConflictPolicy.Source } } : entity;

    private async Task<long> Apply(NpgsqlConnection target, Work work, CancellationToken cancellation)
    {
        var sets = (await target.QueryAsync<LinkSet>(SqlText.Of("Sync/ReadLinkSets.sql"), new { work.RunId, entity = work.Entity.Plan.Name })).ToList();
        var rows = await Rows(target, work, sets);
        await using var sources = await BatchSources.Open(context, work.Entity, target, cancellation);
        var books = new BatchBooks(target, work.EntityId, work.Batch, sets, sources);
        var mapped = await books.Map(rows);
        await target.ExecuteAsync("set constraints all immediate");
        var mapping = EntityMapping.OfTarget(work.Entity, work: null);
        var placements = await context.Assigning.PlacementsOfAll(work.Entity, work: null);
        var upsert = await UpsertBatch.Open(target, mapping, (work.EntityId, books.First));
        var writer = new TargetWriter(target, mapping, upsert);
        var clusters = rows.GroupBy(one => one.Cluster).OrderBy(cluster => cluster.Key, StringComparer.Ordinal).Select(cluster => SyncCluster.Of(cluster, mapping.TargetKeyKind)).ToList();
        await new ClusterWriter(writer, mapping, books, placements).Write(clusters.FindAll(cluster => cluster.Rows.Any(one => !one.Gone)), mapped);
        var removal = new ClusterRemoval(target, writer, mapping, books)
        {
            Earlier = (await EarlierRows.Of(target, mapping, (work.EntityId, books.First)))!,
            Outside = new(target, mapping, [.. context.Plan.Entities.TakeWhile(one => one.Plan.Name != work.Entity.Plan.Name).Select(one => one.Plan.TargetTable.Sql)]),
        };
        await removal.Return(books.Returned);
        await removal.Remove(clusters.FindAll(cluster => cluster.Rows.All(one => one.Gone)));
        await books.Write([.. upsert.Transactions, .. removal.Transactions], cancellation);
        context.Assigning.Enter(target, work.Entity, placements);
        return rows.Count(one => one.Changed);
    }

    private static async Task<List<SyncRow>> Rows(NpgsqlConnection target, Work work, List<LinkSet> sets)
    {
        var lines = await target.QueryAsync<Line>(
            SqlText.Of("Sync/ReadBatch.sql"), new { work.EntityId, work.Batch, sets = sets.ConvertAll(set => set.SetId) });
        var kind = KeyKinds.Of(work.Entity.TargetKey.BaseType)!.Value;
        return [.. lines.Select(line => Row(line, sets.Single(set => set.SetId == line.SetId).Position))];

        SyncRow Row(Line line, int position) => new(
            new(position, KeyKinds.Of(work.Entity.Sources[position].Key.BaseType)!.Value.Parse(line.SourceKey)),
            line.Changed, line.Gone, line.Cluster, line.Status, line.TargetKey is { } key ? kind.Parse(key) : null, line.RowHash);
    }

    private sealed record Work(CheckedEntity Entity, long EntityId, int Batch, string RunId);

    private sealed record Line
    {
        public int SetId { get; init; }

        public string SourceKey { get; init; } = "";

        public bool Changed { get; init; }

        public bool Gone { get; init; }

        public string Cluster { get; init; } = "";

        public string? Status { get; init; }

        public string? TargetKey { get; init; }

        public long? RowHash { get; init; }
    }
}
