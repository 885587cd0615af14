using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>A row that was merged away, with the partition that keeps its books.</summary>
internal readonly record struct PlacedMember(SourceKey Key, int Partition);
