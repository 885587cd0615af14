namespace CrmMigration.Runs;

/// <summary>How an entity was cut. No match buckets: the entity has no match rules, or no rows.</summary>
public sealed record PartitionedEntity(int Partitions, int MatchBuckets);
