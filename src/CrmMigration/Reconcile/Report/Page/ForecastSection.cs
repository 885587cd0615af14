using CrmMigration.Rehearse.Forecast;

namespace CrmMigration.Reconcile.Report.Page;

/// <summary>What a rehearsal foresees of a run: time and room, and from a sample how many rows of each kind. Nothing for a run.</summary>
internal static class ForecastSection
{
    public static Html Draw(RunReport report) => report.Forecast is not { } forecast ? Html.None : Html.Of($"""
        <section aria-labelledby="forecast"><h2 id="forecast">What a run would do</h2>
        <p>{ForecastWords.Takes(forecast)}</p>
        <p class="quiet">{ForecastWords.Basis(report)}</p>
        {Table([.. report.Entities.Where(entity => entity.Forecast is { IsSample: true })])}</section>

        """);

    private static Html Table(IReadOnlyList<EntityReport> sampled) => Html.If(sampled.Count > 0, $"""
        <div class="scroll"><table class="stack forecast">
        <thead><tr><th scope="col">rows</th><th scope="col" class="figure">about</th><th scope="col">from … to</th></tr></thead>
        {Html.Each(sampled, Group)}</table></div>
        """);

    private static Html Group(EntityReport entity) => Html.Of($"""
        <tbody><tr><th colspan="3" scope="rowgroup">{entity.Name}, {Figures.Counted(entity.Forecast!.SourceRows, "row")}</th></tr>
        {Html.Each(entity.Forecast.Fates, fate => Line(fate.Fate, null, fate.Rows))}
        {Html.Each(entity.Forecast.Rejects, rule => Line($"rejected: {rule.Reason}", Code(rule), rule.Rows))}
        {Html.Each(entity.Forecast.Skips, rule => Line($"skipped: {rule.Reason}", Code(rule), rule.Rows))}
        {Html.Each(entity.Forecast.Corrections, rule => Line($"corrected: {rule.Reason}", Code(rule), rule.Rows))}</tbody>

        """);

    private static string Code(RuleForecast rule) => rule.Field is null ? rule.Rule : $"{rule.Rule}, {rule.Field}";

    private static Html Line(string what, string? code, Estimate rows) => Html.Of($"""
        <tr><th scope="row">{what}{Html.If(code is not null, $" <code class=\"quiet\">{code}</code>")}</th><td data-label="about" class="figure">{Figures.Count(rows.Likely)}</td><td data-label="from … to" class="quiet">{(rows.IsExact ? "exactly" : ForecastWords.Range(rows))}</td></tr>

        """);
}
