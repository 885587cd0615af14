using CrmMigration.Match;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>
/// Joins rows that are replayed with rows in the target, and with each other, by the match keys of all batches and partitions. Whoever is in
/// the target stays and keeps its key; of several, and where there is none, the lowest stays.
/// </summary>
internal sealed class MatchReplayed(RunContext context)
{
    private const int ClustersInChunk = 100;

    /// <summary>Gives the number of chunks.</summary>
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, entity.Run);
        var clusters = await Read(target, row);
        var merges = clusters.SelectMany((cluster, number) => cluster.Members.Select(member => (Number: number, Member: member, cluster.Survivor))).ToList();
        await target.ExecuteAsync(
            SqlText.Of("Replay/WriteMerges.sql"),
            new
            {
                entityId = row.EntityId,
                chunks = merges.ConvertAll(merge => merge.Number / ClustersInChunk),
                clusters = merges.ConvertAll(merge => merge.Number),
                partitions = merges.ConvertAll(merge => merge.Member.Partition),
                keys = merges.ConvertAll(merge => merge.Member.Key.ToString()),
                survivors = merges.ConvertAll(merge => merge.Survivor?.Key.ToString()),
                survivorPartitions = merges.ConvertAll(merge => merge.Survivor?.Partition),
            });
        await transaction.CommitAsync(cancellation);
        return new((clusters.Count + ClustersInChunk - 1) / ClustersInChunk);
    }

    private async Task<IReadOnlyList<ReplayCluster>> Read(NpgsqlConnection target, EntityRow row)
    {
        var plan = context.Entity(row.Entity);
        var (sources, kind) = (new MatchedSources(plan, row), KeyKinds.Of(plan.TargetKey.BaseType)!.Value);
        var clusters = new ReplayClusters(sources.Count);
        await foreach (var (side, partition, hash, key) in new ReplayKeys(target, row.EntityId, sources, kind).Read(ReplayKeys.Replayed, ReplayKeys.Target, ReplayKeys.Merged))
        {
            if (side == ReplayKeys.Replayed)
            {
                clusters.AddReplayed(hash, new(key, partition, sources.Of(partition), HasGaps: false));
            }
            else
            {
                clusters.AddStanding(hash, key, side == ReplayKeys.Target ? partition : null);
            }
        }

        await clusters.Join(target, row.EntityId, kind, plan.Plan.MatchKeyLimit);
        return clusters.All();
    }
}
