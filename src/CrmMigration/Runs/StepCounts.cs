namespace CrmMigration.Runs;

/// <summary>What a step did, in rows; the only thing an orchestration's history keeps of it.</summary>
public sealed record StepCounts(long Rows);
