using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Withdraw;

/// <summary>Tries rows again that other rows stood in the way of, such as one with the same unique value, as long as that takes some out of the way.</summary>
internal sealed class SettleWithdrawal(RunContext context)
{
    private readonly PartitionWithdrawal[] kinds = [new(context, "deleted"), new(context, "created"), new(context, "updated")];

    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var waiting = await Waiting(entity, cancellation);
        while (waiting.Count > 0)
        {
            foreach (var kind in kinds)
            {
                foreach (var partition in waiting.Select(row => row.Partition).Distinct())
                {
                    await kind.Run(new(entity, partition), cancellation);
                }
            }

            var left = await Waiting(entity, cancellation);
            if (left.Count >= waiting.Count)
            {
                break;
            }

            waiting = left;
        }

        context.Progress.Phase(entity.Entity, "withdraw").Finished = true;
        return new(waiting.Count);
    }

    private async Task<List<Row>> Waiting(EntityRef entity, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        return [.. await target.QueryAsync<Row>(SqlText.Of("Withdraw/FindWaiting.sql"), new { entity.Run.RunId, entity.Entity })];
    }

    private sealed record Row(int Partition, string Key);
}
