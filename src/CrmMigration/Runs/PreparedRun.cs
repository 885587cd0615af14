namespace CrmMigration.Runs;

/// <summary>The entities of a run, parents first.</summary>
public sealed record PreparedRun(IReadOnlyList<string> Entities);
