namespace CrmMigration.Reconcile.Report.Page;

/// <summary>Control totals: what was read must be what was loaded and what was left out.</summary>
internal static class TotalsTable
{
    public static Html Draw(IReadOnlyList<ControlTotal> totals) => Html.If(totals.Count > 0, $"""
        <h3>Control totals</h3>
        <div class="scroll"><table class="stack">
        <thead><tr><th scope="col">sum of</th><th scope="col">read</th><th scope="col"><span class="sign">=</span> loaded</th><th scope="col"><span class="sign">+</span> left out</th><th scope="col">agrees</th></tr></thead>
        <tbody>{Html.Each(totals, Line)}</tbody></table></div>
        """);

    private static Html Line(ControlTotal total) => Html.Of($"""
        <tr><th scope="row">{total.Column}{Group(total)}{Source(total)}</th><td data-label="read" class="figure">{Figures.Exact(total.Read)}</td><td data-label="loaded" class="figure">{Figures.Exact(total.Loaded)}</td><td data-label="left out" class="figure">{Figures.Exact(total.LeftOut)}</td><td data-label="agrees"><span>{Mark.Of(total.Agrees)} {(total.Agrees ? "yes" : "no")}</span></td></tr>

        """);

    private static Html Group(ControlTotal total) =>
        Html.If(total.GroupColumn is not null, $" <span class=\"quiet\">{total.GroupColumn}</span> {total.Group ?? "(no value)"}");

    private static Html Source(ControlTotal total) => Html.If(total.Source is not null, $" <span class=\"quiet\">of {total.Source}</span>");
}
