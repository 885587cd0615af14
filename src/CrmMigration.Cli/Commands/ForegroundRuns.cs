using CrmMigration.Cli.Edge;
using CrmMigration.Plan;

namespace CrmMigration.Cli.Commands;

/// <summary>
/// Runs a plan for each of its targets, one after the other: each is a run of its own, with its books in its own database. One that fails
/// keeps none of the others from theirs.
/// </summary>
internal sealed class ForegroundRuns(Surroundings surroundings, bool json, string? html)
{
    /// <summary>Returns 0 if all reconcile, else the worst of the exit codes.</summary>
    /// <param name="options">Of several targets, each adds its name to the id.</param>
    public async Task<int> Start(IReadOnlyList<MigrationPlan> plans, RunOptions options, CancellationToken cancellation)
    {
        if (plans is [var only])
        {
            return await Start(only, options with { RunId = IdOf(only, options.RunId) }, html, cancellation);
        }

        var code = await new CommandEdge(surroundings, cancellation).Guard(async () =>
        {
            if (options.Rehearsed is not (null or Runs.RunId.LatestRehearsal))
            {
                throw new InvalidSettingException($"--rehearsed is '{options.Rehearsed}', a rehearsal of one of {plans.Count} targets. Name that with --target, or write {Runs.RunId.LatestRehearsal} for the last of each.");
            }

            await Checked.All(surroundings.Engine, plans, cancellation);
            return ExitCode.Done;
        });
        if (code != ExitCode.Done)
        {
            return code;
        }

        var ended = new List<(MigrationPlan Plan, string Id, int Code)>();
        foreach (var plan in plans.TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            surroundings.Say($"Target {plan.Target}");
            var id = IdOf(plan, options.RunId is null ? null : $"{options.RunId}.{plan.Target}");
            ended.Add((plan, id, await Start(plan, options with { RunId = id }, PageOf(plan), cancellation)));
        }

        ended.ForEach(one => surroundings.Say($"Target {one.Plan.Target}: {Words(one.Code)}, run {one.Id}"));
        return cancellation.IsCancellationRequested ? ExitCode.Stopped
            : ended.Exists(one => one.Code == ExitCode.Failed) ? ExitCode.Failed
            : ended.Max(one => one.Code);
    }

    private Task<int> Start(MigrationPlan plan, RunOptions options, string? page, CancellationToken cancellation) =>
        new ForegroundRun(surroundings, json, page).Start(plan, options, cancellation);

    private string IdOf(MigrationPlan plan, string? id) => id ?? Arguments.NewRunId(plan, surroundings.Clock);

    // report.html becomes report.archive.html.
    private string? PageOf(MigrationPlan plan) => html is null ? null : Path.ChangeExtension(html, $"{plan.Target}{Path.GetExtension(html)}");

    private static string Words(int code) => code switch
    {
        ExitCode.Done => "reconciled",
        ExitCode.Failed => "failed, or not reconciled",
        ExitCode.Mistake => "not begun",
        _ => "stopped",
    };
}
