using CrmMigration.Plan;

namespace CrmMigration.Cli.Commands;

/// <summary>The plan that a command was given.</summary>
internal static class PlanFile
{
    /// <exception cref="InvalidSettingException">There is no such file.</exception>
    /// <exception cref="InvalidPlanException">It holds mistakes.</exception>
    public static MigrationPlan Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidSettingException($"There is no plan file '{path}'. Draft one with: crm-migrate init --source NAME --target NAME --out {path}");
        }

        return PlanReader.ReadFile(path);
    }
}
