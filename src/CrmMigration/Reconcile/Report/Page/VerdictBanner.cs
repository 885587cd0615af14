using CrmMigration.Runs;

namespace CrmMigration.Reconcile.Report.Page;

/// <summary>The top of the page: the verdict in words, what speaks against it, and which run this is.</summary>
internal static class VerdictBanner
{
    public static Html Draw(RunReport report) => Html.Of($"""
        <header class="banner {Tone(report)}">
        <p class="kicker">{(report.Mode == RunMode.Rehearsal ? "Rehearsal report" : report.Mode == RunMode.Verify ? "Verification report" : "Migration report")} · plan {report.Plan} · {VerdictWords.Noun(report)} {report.RunId}</p>
        <h1>{VerdictWords.Name(report)}</h1>
        <p class="meaning">{VerdictWords.Meaning(report)}</p>
        {Html.If(report.Findings.Count > 0, $"<ul class=\"findings\">{Html.Each(report.Findings, finding => Html.Of($"<li>{finding}</li>"))}</ul>")}
        {Html.Each(report.Lag is { } lag ? [LagWords.Of(lag)] : Array.Empty<string>(), sentence => Html.Of($"<p class=\"remark\">{sentence}</p>"))}
        {Html.Each(report.Remarks, remark => Html.Of($"<p class=\"remark\">{remark}</p>"))}
        </header>
        <dl class="facts">
        {Fact("a run would take", report.Forecast is { } time ? ForecastWords.Time(time.Milliseconds.Likely) : "")}
        {Fact("tables would grow by", report.Forecast is { } size ? ForecastWords.Size(size.Bytes.Likely) : "")}
        {Fact("rows read", VerdictWords.HasBooks(report) ? Figures.Count(report.Counts.Read) : "")}
        {Fact(report.Mode == RunMode.Rehearsal ? "rehearsed in" : "took", Took(report))}
        {Fact("rows a second", report.Mode == RunMode.Rehearsal || !VerdictWords.HasBooks(report) ? "" : Rate(report))}
        {Fact("started", Figures.Moment(report.StartedAt))}
        </dl>

        """);

    private static Html Fact(string name, string value) => Html.If(value.Length > 0, $"<div><dt>{name}</dt><dd>{value}</dd></div>");

    private static string Took(RunReport report) => report.FinishedAt is { } finished ? Figures.Duration(finished - report.StartedAt) : "not finished";

    private static string Rate(RunReport report) => report.FinishedAt is { } finished && finished > report.StartedAt
        ? Figures.Rate(report.Counts.Read / (finished - report.StartedAt).TotalSeconds).Replace(" rows/s", "", StringComparison.Ordinal)
        : "";

    private static string Tone(RunReport report) => (report.Mode, report.Verdict) switch
    {
        (RunMode.Rehearsal, Verdict.Reconciled) => "rehearsed",
        (_, Verdict.Reconciled) => "good",
        (_, Verdict.Unfinished or Verdict.Withdrawn) => "open",
        _ => "bad",
    };
}
