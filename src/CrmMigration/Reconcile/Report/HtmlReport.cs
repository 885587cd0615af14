using CrmMigration.Reconcile.Report.Page;
using CrmMigration.Runs;

namespace CrmMigration.Reconcile.Report;

/// <summary>A report as one self-contained HTML page: no network, no script, readable in light, in dark and on paper.</summary>
public static class HtmlReport
{
    private const string StyleSheet = "Reconcile/Report/Page/report.css";

    /// <summary>The whole page, from the doctype on. Every value is escaped.</summary>
    public static string Render(RunReport report) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{VerdictWords.Name(report)}: {report.Plan}, {VerdictWords.Noun(report)} {report.RunId}</title>
        <style>
        {Html.StyleSheet(Html.PageStyles)}{Html.StyleSheet(StyleSheet)}</style>
        </head>
        <body>
        <main>
        {VerdictBanner.Draw(report)}
        {ForecastSection.Draw(report)}
        {CutoverSection.Draw(report)}
        {VerificationSection.Draw(report)}
        {Html.If(VerdictWords.HasBooks(report), $"{CountsTable.Draw(report)}{Html.Each(report.Entities.Index(), entity => EntitySection.Draw(entity.Item, entity.Index))}")}
        {TimingChart.Draw(report)}
        </main>
        <footer><p>Holds source keys and rules, never a customer's name, address or number. The fate of a single row:
        <code>select * from crm_migration.{(report.Mode == RunMode.Rehearsal ? "rehearsed_fates" : "row_fates")} where run_id = '{report.RunId}' and source_key = …</code></p></footer>
        </body>
        </html>

        """).ToString();
}
