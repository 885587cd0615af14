using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>
/// Chooses the rejected rows of a replay: all of them, or those of one rule and, of the entities below, those that were rejected only
/// because of their parent. Done twice, it finds its choice made. Empties what was kept and has expired first.
/// </summary>
internal sealed class PrepareReplay(RunContext context)
{
    private const int BatchRows = 1_000;

    public async Task<PreparedReplay> Run(RunRef run, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, run);
        var chosen = await Chosen(target, run);
        if (chosen.Count == 0)
        {
            await target.ExecuteAsync(SqlText.Of("Rejects/EmptyExpired.sql"));
            await target.ExecuteAsync(SqlText.Of("Replay/ForgetReplay.sql"), new { runId = run.RunId });
            await Choose(target, run);
            chosen = await Chosen(target, run);
            await transaction.CommitAsync(cancellation);
        }

        var rows = (await target.QueryAsync<EntityRow>(SqlText.Of("Runs/FindEntities.sql"), new { runId = run.RunId })).ToDictionary(row => row.Entity);
        chosen.ForEach(one => context.Progress.Phase(one.Entity, "replay").Partitions = one.Batches);
        return new([.. chosen.Select(one => Describe(run, rows[one.Entity], one.Batches))]);
    }

    private EntityReplay Describe(RunRef run, EntityRow row, int batches) =>
        new(new(run, row.Entity), batches, row.Partitions ?? 0, context.Entity(row.Entity).Plan.Match.Count > 0, row.InKeyOrder);

    private async Task Choose(NpgsqlConnection target, RunRef run)
    {
        var rule = await target.ExecuteScalarAsync<string?>(SqlText.Of("Replay/FindRule.sql"), new { run.RunId, run.Fence });
        var touched = new HashSet<string>();
        foreach (var row in await target.QueryAsync<EntityRow>(SqlText.Of("Runs/FindEntities.sql"), new { runId = run.RunId }))
        {
            var marked = await target.ExecuteAsync(
                SqlText.Of("Replay/ChooseRejects.sql"),
                new { entityId = row.EntityId, run.RunId, run.Fence, rule, batchRows = BatchRows, asChild = context.Entity(row.Entity).Plan.References.Values.Any(touched.Contains) });
            if (marked > 0)
            {
                touched.Add(row.Entity);
            }
        }
    }

    private static async Task<List<(string Entity, int Batches)>> Chosen(NpgsqlConnection target, RunRef run) =>
        [.. await target.QueryAsync<(string, int)>(SqlText.Of("Replay/FindReplayedEntities.sql"), new { run.RunId, run.Fence })];
}
