namespace CrmMigration.Verify;

/// <summary>What is still to be compared of an entity by value.</summary>
/// <param name="Ranges">Of a deep verification: ranges of source keys; else 0.</param>
/// <param name="Batches">Of rows that aggregates found.</param>
public sealed record Comparison(int Ranges, int Batches);
