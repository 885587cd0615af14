using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Withdraw;

/// <summary>
/// What the withdrawal of a run would do, found out by the same look and then rolled back. It does not foresee what the server would refuse, nor
/// which rows others refer to, as some of these would be gone by then.
/// </summary>
internal sealed class WithdrawalLook(NpgsqlDataSource database, CheckedPlan plan)
{
    private const int FirstRows = 10;

    public async Task<Withdrawal> Run(string runId, CancellationToken cancellation)
    {
        await using var target = await database.OpenConnectionAsync(cancellation);
        await WithdrawEntry.CheckRights(target, plan, runId);
        var run = new RunRef(runId, 0);
        var whole = new Withdrawal { RunId = runId, State = "foreseen", StartedAt = DateTime.UtcNow };
        foreach (var entity in await target.QueryAsync<string>(SqlText.Of("Withdraw/ListEntities.sql"), new { runId }))
        {
            var partitions = await target.ExecuteScalarAsync<int>(SqlText.Of("Withdraw/CountPartitions.sql"), new { runId, entity });
            for (var number = 0; number < partitions; number++)
            {
                whole = await Add(whole, target, new(new(run, entity), number), cancellation);
            }
        }

        return whole;
    }

    private async Task<Withdrawal> Add(Withdrawal whole, NpgsqlConnection target, PartitionRef partition, CancellationToken cancellation)
    {
        var entity = plan.Entities.Single(one => one.Plan.Name == partition.Entity.Entity);
        foreach (var kind in (string[])["created", "updated", "deleted"])
        {
            await using var transaction = await target.BeginTransactionAsync(cancellation);
            if (await WithdrawnPlace.Find(target, partition) is { } place && await TargetShape.Read(target, EntityMapping.OfTarget(entity, work: null)) is { } shape)
            {
                var due = new DueRows(target, shape, place);
                await due.Find(kind);
                var (rows, kept) = await due.Look();
                whole = whole with
                {
                    Removed = whole.Removed + (kind == "created" ? rows : 0),
                    Restored = whole.Restored + (kind == "updated" ? rows : 0),
                    BroughtBack = whole.BroughtBack + (kind == "deleted" ? rows : 0),
                    Kept = whole.Kept + kept.Count,
                    FirstKept = [.. whole.FirstKept.Concat(kept.Select(row => new KeptRow(partition.Entity.Entity, $"{entity.Plan.TargetTable}", row.Key, kind, row.Reason))).Take(FirstRows)],
                };
            }
        }

        return whole;
    }
}
