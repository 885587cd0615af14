namespace CrmMigration.Runs;

/// <summary>Names a partition, or a bucket of match keys, of an entity; both are numbered from 0.</summary>
public sealed record PartitionRef(EntityRef Entity, int Number);
