using CrmMigration.Plan;

namespace CrmMigration.Profile;

/// <summary>The tables that a plan reads, each once, with the key that the plan names for it.</summary>
internal static class SourceTables
{
    public static IEnumerable<(string Source, TableName Table, string Key)> Of(MigrationPlan plan) =>
        plan.Entities.SelectMany(entity => entity.From).Select(from => (from.Source, from.Table, from.Key)).Distinct();
}
