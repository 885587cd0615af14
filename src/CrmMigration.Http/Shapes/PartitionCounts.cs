namespace CrmMigration.Http.Shapes;

/// <summary>Partitions of all entities cut so far.</summary>
internal sealed record PartitionCounts(int Done, int Total);
