using CrmMigration.Plan;

namespace CrmMigration.Cli.Commands;

/// <summary>The plan that a command was given: of a file with several targets one for each.</summary>
internal static class PlanFile
{
    /// <exception cref="InvalidSettingException">There is no such file.</exception>
    /// <exception cref="InvalidPlanException">It holds mistakes.</exception>
    /// <param name="target">Only the one for this target; null: all.</param>
    public static IReadOnlyList<MigrationPlan> Read(string path, string? target)
    {
        if (!File.Exists(path))
        {
            throw new InvalidSettingException($"There is no plan file '{path}'. Draft one with: crm-migrate init --source NAME --target NAME --out {path}");
        }

        var plans = PlanReader.ReadAll(PlanReader.TextOf(path));
        IReadOnlyList<MigrationPlan> chosen = target is null ? plans : [.. plans.Where(plan => plan.Target == target)];
        return chosen.Count > 0 ? chosen : throw new InvalidSettingException(plans[0].Target is null
            ? $"--target is '{target}', but the plan has one target, without a name. Leave --target out."
            : $"--target is '{target}'; expected one of the plan's targets: {string.Join(", ", plans.Select(plan => plan.Target))}.");
    }
}
