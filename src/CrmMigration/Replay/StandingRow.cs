using CrmMigration.Source;

namespace CrmMigration.Replay;

/// <summary>A row that stands in the target.</summary>
/// <param name="Key">There.</param>
/// <param name="Partition">That keeps its books.</param>
internal readonly record struct StandingRow(SourceKey Key, int Partition);
