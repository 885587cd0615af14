using CrmMigration.Cutover;

namespace CrmMigration.Reconcile.Report.Page;

/// <summary>The go/no-go list of a cut-over. Nothing in any other report.</summary>
internal static class CutoverSection
{
    public static Html Draw(RunReport report) => Html.If(report.Cutover is not null, $"""
        <section aria-labelledby="cutover"><h2 id="cutover">Go or no-go</h2>
        <ul class="proofs">{Html.Each(report.Cutover ?? [], Line)}</ul></section>

        """);

    private static Html Line(CutoverCheck check) => Html.Of(
        $"<li>{Mark.Of(check.Outcome == "note" ? null : check.IsGo)}<span>{check.Name}: {check.Finding}{Html.If(check.Advice is not null, $" <strong>{check.Advice}</strong>")}</span></li>");
}
