using System.Globalization;

namespace CrmMigration.Reconcile.Report.Page;

/// <summary>When each phase ran, as bars on one time axis.</summary>
internal static class TimingChart
{
    public static Html Draw(RunReport report)
    {
        var timings = report.Entities.SelectMany(entity => entity.Timings).ToList();
        if (timings.Count == 0)
        {
            return Html.None;
        }

        var began = timings.Min(timing => timing.StartedAt);
        var length = Math.Max((timings.Max(timing => timing.FinishedAt) - began).TotalSeconds, 0.001);
        return Html.Of($"""
            <section aria-labelledby="time"><h2 id="time">Where the time went</h2>
            <table class="gantt">
            <thead><tr><th scope="col">phase</th><th scope="col"><span class="axis"><span>0 s</span><span>{Figures.Duration(TimeSpan.FromSeconds(length / 2))}</span><span>{Figures.Duration(TimeSpan.FromSeconds(length))}</span></span></th><th scope="col">took</th><th scope="col" class="rate">rows/s</th></tr></thead>
            {Html.Each(report.Entities.Where(entity => entity.Timings.Count > 0), entity => Group(entity, began, length))}</table></section>

            """);
    }

    private static Html Group(EntityReport entity, DateTimeOffset began, double length) => Html.Of($"""
        <tbody><tr><th colspan="4" scope="rowgroup">{entity.Name}</th></tr>
        {Html.Each(entity.Timings, timing => Line(timing, began, length))}</tbody>

        """);

    private static Html Line(PhaseTiming timing, DateTimeOffset began, double length)
    {
        var took = timing.FinishedAt - timing.StartedAt;
        var rate = timing.Rows > 0 && took > TimeSpan.Zero
            ? Figures.Rate(timing.Rows / took.TotalSeconds).Replace(" rows/s", "", StringComparison.Ordinal)
            : "";
        return Html.Of($"""
            <tr><th scope="row">{timing.Phase}</th><td><div class="track"><span class="bar" style="left:{Percent(timing.StartedAt - began, length)};width:{Percent(took, length)}"></span></div></td><td class="figure">{Figures.Duration(took)}</td><td class="figure rate">{rate}</td></tr>

            """);
    }

    private static string Percent(TimeSpan part, double length) =>
        Math.Clamp(100 * part.TotalSeconds / length, 0, 100).ToString("0.##'%'", CultureInfo.InvariantCulture);
}
