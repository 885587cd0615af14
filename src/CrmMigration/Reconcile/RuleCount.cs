namespace CrmMigration.Reconcile;

/// <summary>Rows that one rule rejected, or values that it corrected, in one field.</summary>
/// <param name="Rule">Code, such as <c>required.missing</c>.</param>
/// <param name="Field">Target column, or null when the whole row is meant.</param>
/// <param name="Reason">In plain words.</param>
/// <param name="SampleKeys">Up to five source keys to look at.</param>
public sealed record RuleCount(string Rule, string? Field, string Reason, long Rows, IReadOnlyList<string> SampleKeys)
{
    /// <summary>Rejected rows that a suggestion is kept of; encrypted ones count as none.</summary>
    public long Suggested { get; init; }
}
