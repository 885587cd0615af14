using CrmMigration.Verify;

namespace CrmMigration.Reconcile.Report.Page;

/// <summary>What was compared and what came of it, source by source. Nothing where nothing was compared.</summary>
internal static class VerificationSection
{
    public static Html Draw(RunReport report) => Html.If(report.Entities.Any(entity => entity.Verification is not null), $"""
        <section aria-labelledby="verified"><h2 id="verified">Source and target</h2>
        <div class="scroll"><table class="stack counts">
        <thead><tr><th scope="col">entity</th><th scope="col">rows</th>{Html.Each(VerifiedCounts.Of(new()), count => Html.Of($"<th scope=\"col\">{count.Name}</th>"))}<th scope="col">agrees</th></tr></thead>
        <tbody>{Html.Each(report.Entities.Where(entity => entity.Verification is not null), Lines)}</tbody></table></div>
        <ul class="proofs">{Html.Each(report.Entities.Where(entity => entity.Verification is not null), Notes)}</ul></section>

        """);

    private static Html Lines(EntityReport entity) => Html.Each(entity.Verification!.Sources, source => Html.Of($"""
        <tr><th scope="row">{(entity.Sources.Count > 1 ? $"{entity.Name} of {source.Source}" : entity.Name)}</th>{Cell("rows", source.Compared)}{Html.Each(VerifiedCounts.Of(source), count => Cell(count.Name, count.Rows))}<td data-label="agrees"><span>{Mark.Of(source.IsEqual && source.AddsUp)}</span></td></tr>

        """));

    private static Html Notes(EntityReport entity)
    {
        var found = entity.Verification!;
        var notes = VerificationWords.Notes(found).Append(VerificationWords.Depth(found))
            .Concat(found.Ranges.Select(VerificationWords.Range))
            .Concat(found.Differences.Where(group => group.Repaired > 0).Select(VerificationWords.Repaired));
        return Html.Each(notes, note => Html.Of($"<li><span class=\"mark\" aria-hidden=\"true\">•</span><span>{entity.Name}: {note}</span></li>"));
    }

    private static Html Cell(string label, long rows) =>
        Html.Of($"<td data-label=\"{label}\" class=\"figure{(rows == 0 ? " zero" : "")}\">{Figures.Count(rows)}</td>");
}
