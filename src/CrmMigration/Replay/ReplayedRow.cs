using CrmMigration.Source;

namespace CrmMigration.Replay;

/// <summary>A rejected row that a replay takes.</summary>
/// <param name="Partition">That keeps its books.</param>
/// <param name="Fix">One JSON object, or null.</param>
/// <param name="Skips">It is to be left out for good.</param>
internal sealed record ReplayedRow(RowId Id, int Partition, string? Fix, bool Skips);
