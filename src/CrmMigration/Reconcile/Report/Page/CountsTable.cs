namespace CrmMigration.Reconcile.Report.Page;

/// <summary>Rows by fate for all entities; the heads spell out the identity that the last column judges.</summary>
internal static class CountsTable
{
    public static Html Draw(RunReport report) => Html.Of($"""
        <section aria-labelledby="counts"><h2 id="counts">{(report.Entities.Any(entity => entity.Forecast is { IsSample: true }) ? "Every row of the sample and its fate" : "Every row and its fate")}</h2>
        <div class="scroll"><table class="stack counts">
        <thead><tr><th scope="col">entity</th><th scope="col">read</th>{Html.Each(Fate.AllOf(default, report.Mode).Index(), Head)}<th scope="col">adds up</th></tr></thead>
        <tbody>{Html.Each(report.Entities, entity => Lines(report, entity))}</tbody>
        {Total(report)}</table></div></section>

        """);

    private static Html Head((int Index, Fate Fate) head) => Html.Of(
        $"<th scope=\"col\" title=\"{head.Fate.Meaning}\"><span class=\"sign\">{(head.Index == 0 ? "=" : "+")}</span> {head.Fate.Name}</th>");

    private static Html Lines(RunReport report, EntityReport entity) => Html.Of($"""
        <tr><th scope="row">{entity.Name}</th>{Cells(report, entity.Counts, entity.Counts.AddsUp && entity.PartitionsThatDoNotAddUp == 0, Doubt(entity))}</tr>
        {Html.Each(EntityWords.Lines(entity).Skip(1), line => Line(report, line))}
        """);

    private static Html Line(RunReport report, (string Name, FateCounts Counts) source) => Html.Of($"""
        <tr><th scope="row" class="quiet">{source.Name}</th>{Cells(report, source.Counts, source.Counts.AddsUp, Gap(source.Counts))}</tr>

        """);

    private static Html Total(RunReport report) => Html.If(report.Entities.Count > 1, $"""
        <tfoot><tr><th scope="row">all</th>{Cells(report, report.Counts, report.Counts.AddsUp, Gap(report.Counts))}</tr></tfoot>

        """);

    private static string Doubt(EntityReport entity) =>
        entity.Counts.AddsUp ? $"not in {Figures.Counted(entity.PartitionsThatDoNotAddUp, "partition")}" : Gap(entity.Counts);

    private static string Gap(FateCounts counts) => counts.Read > counts.Accounted
        ? $"{Figures.Count(counts.Read - counts.Accounted)} missing"
        : $"{Figures.Count(counts.Accounted - counts.Read)} too many";

    private static Html Cells(RunReport report, FateCounts counts, bool addsUp, string doubt) => Html.Of($"""
        {Cell("read", counts.Read)}{Html.Each(Fate.AllOf(counts, report.Mode), fate => Cell(fate.Name, fate.Rows))}<td data-label="adds up"><span>{Mark.Of(addsUp)} {(addsUp ? "yes" : doubt)}</span></td>
        """);

    private static Html Cell(string label, long rows) =>
        Html.Of($"<td data-label=\"{label}\" class=\"figure{(rows == 0 ? " zero" : "")}\">{Figures.Count(rows)}</td>");
}
