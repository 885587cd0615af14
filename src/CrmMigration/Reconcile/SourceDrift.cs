namespace CrmMigration.Reconcile;

/// <summary>How the source differs from what the books say was read.</summary>
/// <param name="Came">Rows that were written after the run began; the next sync brings them.</param>
/// <param name="Went">Rows that were read and are gone since; the next sync removes them.</param>
/// <param name="Missed">Rows that were there when the run began and stand in no book. Must be empty.</param>
internal sealed record SourceDrift(long Came, long Went, IReadOnlyList<string> Missed)
{
    public static SourceDrift None { get; } = new(0, 0, []);

    public static SourceDrift operator +(SourceDrift one, SourceDrift other) => new(one.Came + other.Came, one.Went + other.Went, [.. one.Missed, .. other.Missed]);
}
