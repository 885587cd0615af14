namespace CrmMigration.Rejects;

/// <summary>What people say of rejected rows; the next replay does it. Exactly one of its kinds.</summary>
public abstract record RejectFix
{
    private RejectFix()
    {
    }

    /// <summary>Values to be read in place of the source's, by target or source column; those entered before for other columns stay.</summary>
    public sealed record Set(IReadOnlyDictionary<string, string?> Values) : RejectFix;

    /// <summary>The suggested value, in rows that have one.</summary>
    public sealed record AcceptSuggestion : RejectFix;

    /// <summary>The rows are left out for good, under the fate skipped.</summary>
    public sealed record Skip : RejectFix;

    /// <summary>What was said before is taken back.</summary>
    public sealed record Reset : RejectFix;
}
