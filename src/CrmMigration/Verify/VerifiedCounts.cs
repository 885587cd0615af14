namespace CrmMigration.Verify;

/// <summary>The counts of a source by name, in the order in which every report has them.</summary>
public static class VerifiedCounts
{
    public static IReadOnlyList<(string Name, long Rows)> Of(VerifiedSource source) =>
    [
        ("equal", source.Equal), ("differing", source.Differing), ("missing", source.Missing), ("merged", source.Merged), ("rejected", source.Rejected),
        ("skipped", source.Skipped), ("changed", source.Changed), ("extra", source.Extra), ("repaired", source.Repaired),
    ];
}
