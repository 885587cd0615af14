namespace CrmMigration.Runs;

/// <summary>Names an entity of a run.</summary>
public sealed record EntityRef(RunRef Run, string Entity);
