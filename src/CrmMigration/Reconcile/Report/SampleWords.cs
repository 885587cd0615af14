using CrmMigration.Rehearse;

namespace CrmMigration.Reconcile.Report;

/// <summary>What a sample of a rehearsal shows, in words shared by the terminal and the page.</summary>
public static class SampleWords
{
    public static string Heading(SampleKind kind) => kind switch
    {
        SampleKind.Created => "New rows, as they would arrive",
        SampleKind.Updated => "Values that would be written over",
        SampleKind.Corrected => "Values that would be corrected",
        _ => "Values that would be refused",
    };

    /// <summary>A masked value, or a word for none.</summary>
    public static string Value(string? masked) => masked switch { null => "nothing", "" => "(empty)", _ when string.IsNullOrWhiteSpace(masked) => "(blanks)", _ => masked };

    /// <summary>What would stand in the target; a refused row does not arrive, and a merged one shows in its survivor.</summary>
    public static string After(RehearsedSample sample) => sample.Kind == SampleKind.Rejected ? "does not arrive" : Value(sample.After);
}
