using CrmMigration.Rehearse.Forecast;

namespace CrmMigration.Reconcile.Report;

/// <summary>What a rehearsal foresees, in words shared by the terminal and the page.</summary>
public static class ForecastWords
{
    /// <summary><c>about 8.4 s (6.7 s to 10 s)</c>.</summary>
    public static string Time(Estimate milliseconds) => $"{Time(milliseconds.Likely)} ({Duration(milliseconds.Low)} to {Duration(milliseconds.High)})";

    public static string Time(long milliseconds) => $"about {Duration(milliseconds)}";

    /// <summary><c>about 120 MB (114 MB to 126 MB)</c>.</summary>
    public static string Size(Estimate bytes) => bytes.High == 0 ? Size(0) : $"{Size(bytes.Likely)} ({Figures.Bytes(bytes.Low)} to {Figures.Bytes(bytes.High)})";

    public static string Size(long bytes) => bytes == 0 ? "nothing" : $"about {Figures.Bytes(bytes)}";

    /// <summary><c>5,041</c>, or <c>about 5,041 (4,870 to 5,212)</c>.</summary>
    public static string Rows(Estimate rows) => rows.IsExact ? Figures.Count(rows.Likely) : $"about {Figures.Count(rows.Likely)} ({Range(rows)})";

    /// <summary><c>4,870 to 5,212</c>; empty for an exact figure.</summary>
    public static string Range(Estimate rows) => rows.IsExact ? "" : $"{Figures.Count(rows.Low)} to {Figures.Count(rows.High)}";

    public static string Takes(RunForecast forecast) =>
        $"A run would take {Time(forecast.Milliseconds)}, on these databases, from this machine and with as many partitions at work. The target's tables would grow by {Size(forecast.Bytes)}.";

    /// <summary>For the report of a run that is bound to a rehearsal.</summary>
    public static string Foreseen(string rehearsal, RunForecast forecast) =>
        $"The rehearsal {rehearsal} foresaw a run of {Time(forecast.Milliseconds)}, and that the target's tables grow by {Size(forecast.Bytes)}.";

    /// <summary>How much was loaded, and what that means for the figures.</summary>
    public static string Basis(RunReport report) => report.Entities.Any(entity => entity.Forecast is { IsSample: true })
        ? $"{Figures.Count(Sum(report, one => one.LoadedRows))} of {Figures.Counted(Sum(report, one => one.SourceRows), "row")} were loaded, in ranges of keys spread over each table. "
            + "Figures with a range are foreseen from them, and should lie in it nineteen times out of twenty; what none of these rows met is not listed."
        : "All rows were loaded: a run of the same source into the same target has these counts.";

    private static long Sum(RunReport report, Func<EntityForecast, long> figure) => report.Entities.Sum(entity => entity.Forecast is { } forecast ? figure(forecast) : 0);

    private static string Duration(long milliseconds) => Figures.Duration(TimeSpan.FromMilliseconds(milliseconds));
}
