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

        PlanMistake[] mistakes = [.. results.SelectMany(result => result.Mistakes).Distinct()];
        return mistakes.Length == 0 ? results : throw new InvalidPlanException(mistakes);
    }
}
