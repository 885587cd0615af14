namespace CrmMigration.Runs;

/// <summary>How an entity was cut.</summary>
/// <param name="MatchBuckets">0: the entity has no match rules, or no rows.</param>
/// <param name="InKeyOrder">
/// The target allows some value besides the key only once. Rows are then published one partition after the other, in key order, so that
/// the lowest key has it, however many partitions there are and however fast each is.
/// </param>
/// <param name="LoadsFirst">Rows are loaded and merged in a table that then becomes the target, instead of matched first and loaded then.</param>
public sealed record PartitionedEntity(int Partitions, int MatchBuckets, bool InKeyOrder, bool LoadsFirst)
{
    /// <summary>Its rows go into a table that stands for the target, and that is looked at and dropped in the end.</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>The first so many partitions are loaded; those after them, if any, are the gaps of a sample.</summary>
    public int Loaded { get; init; } = Partitions;

    /// <summary>The gaps are looked through: for duplicates of the rows that are loaded, or for what becomes of their children.</summary>
    public bool GapsMatter { get; init; }
}
