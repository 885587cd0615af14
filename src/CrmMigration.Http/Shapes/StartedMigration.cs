namespace CrmMigration.Http.Shapes;

/// <summary>The answer to a start, the same whenever it is repeated.</summary>
internal sealed record StartedMigration(string Run, string Plan, StartMode Mode);
