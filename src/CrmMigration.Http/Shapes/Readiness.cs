namespace CrmMigration.Http.Shapes;

/// <summary>Whether migrations can be started.</summary>
/// <param name="Status">ready or not-ready.</param>
internal sealed record Readiness(string Status, IReadOnlyList<PlanReadiness> Plans, IReadOnlyList<ConnectionReadiness> Connections);
