using CrmMigration.Runs;

namespace CrmMigration.Flow;

/// <summary>A run of partitions (or buckets), numbers First to First + Count - 1, and the step to take with each: several at once, or in order.</summary>
public sealed record Block(EntityRef Entity, string Step, int First, int Count, bool InOrder);
