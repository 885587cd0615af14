namespace CrmMigration.Runs;

/// <summary>A run as crm_migration.runs holds it.</summary>
internal sealed record RunRow(string RunId, string Plan, string PlanJson, int? PartitionRows, string State, string? SupersededBy = null);
