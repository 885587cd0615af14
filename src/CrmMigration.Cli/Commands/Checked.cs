using CrmMigration.Plan;

namespace CrmMigration.Cli.Commands;

/// <summary>Plans compared with their live schemas, before anything is done for the first of them.</summary>
internal static class Checked
{
    /// <exception cref="InvalidPlanException">With the mistakes of all of them, each once.</exception>
    public static async Task<IReadOnlyList<CheckResult>> All(MigrationEngine engine, IReadOnlyList<MigrationPlan> plans, CancellationToken cancellation)
    {
        var results = new List<CheckResult>();
        foreach (var plan in plans)
        {
            results.Add(await engine.Check(plan, cancellation));
        }

        return results.Exists(result => result.Mistakes.Count > 0)
            ? throw new InvalidPlanException([.. results.SelectMany(result => result.Drift.Concat(result.Mistakes)).Distinct()])
            : results;
    }

    /// <exception cref="InvalidPlanException">With what a sync could not go on with, of all of them, each once.</exception>
    public static void Drift(IReadOnlyList<CheckResult> results)
    {
        PlanMistake[] drift = [.. results.SelectMany(result => result.Drift).Distinct()];
        if (drift.Length > 0)
        {
            throw new InvalidPlanException(drift);
        }
    }
}
