using CrmMigration.Rehearse;

namespace CrmMigration.Reconcile.Report;

/// <summary>What a sample shows, in words shared by the terminal and the page.</summary>
public static class SampleWords
{
    /// <param name="rehearsed">They are of a rehearsal, not of a run.</param>
    public static string Heading(SampleKind kind, bool rehearsed) => kind switch
    {
        SampleKind.Corrected when !rehearsed => "Values that were corrected",
        SampleKind.Created => "New rows, as they would arrive",
        SampleKind.Updated => "Values that would be written over",
        SampleKind.Corrected => "Values that would be corrected",
        _ => "Values that would be refused",
    };

    /// <summary>A masked value, or a word for none.</summary>
    public static string Value(string? masked) => masked switch { null => "nothing", "" => "(empty)", _ when string.IsNullOrWhiteSpace(masked) => "(blanks)", _ => masked };

    /// <summary>What would stand in the target; a refused row does not arrive, and a merged one shows in its survivor.</summary>
    public static string After(MaskedSample sample) => sample.Kind == SampleKind.Rejected ? "does not arrive" : Value(sample.After);
}
