using System.Globalization;
using CrmMigration.Runs;

namespace CrmMigration.Reconcile.Report;

/// <summary>What a pass of the sync found of its lag, in a sentence for the terminal and the page.</summary>
public static class LagWords
{
    public static string Of(FoundLag lag) => lag switch
    {
        { IsExact: true, Seconds: 0 } => "Nothing had changed since the last look.",
        { IsExact: true } => $"The oldest change that it found was {Figure(lag)} old.",
        _ => $"The oldest change that it found was at most {Figure(lag)} old, which is the time since the last look that misses nothing; a source with track_commit_timestamp tells it exactly.",
    };

    private static string Figure(FoundLag lag) => lag.Seconds < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{lag.Seconds:0.0} s")
        : Figures.Duration(TimeSpan.FromSeconds(lag.Seconds));
}
