using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>A row of a cluster, with the partition that keeps its books.</summary>
internal readonly record struct PlacedMember(RowId Id, int Partition);
