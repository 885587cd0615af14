namespace CrmMigration.Http.Shapes;

/// <summary>Whether a plan can be read; it is compared with the databases when a run of it begins.</summary>
internal sealed record PlanReadiness(string Plan, bool Readable);
