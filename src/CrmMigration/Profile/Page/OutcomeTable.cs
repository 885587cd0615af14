using CrmMigration.Profile.Telling;
using CrmMigration.Profile.Trials;
using CrmMigration.Reconcile.Report;
using CrmMigration.Reconcile.Report.Page;

namespace CrmMigration.Profile.Page;

/// <summary>What a migration would do to the rows of a table, by rule.</summary>
internal static class OutcomeTable
{
    public static Html Draw(TableProfile table) => table.Predicted switch
    {
        null => Html.Of($"<p class=\"quiet\">The plan's mistakes do not let its rows be tried.</p>"),
        { Count: 0 } => Html.If(table.Rows > 0, $"<p>No row would be rejected, and no value cleared or changed by a rule, as far as the plan alone can tell.</p>"),
        var rules => Html.Of($"""
            <h3>What a migration would do to the rows</h3>
            <div class="scroll"><table class="stack outcomes">
            <thead><tr><th scope="col">why</th><th scope="col">what</th><th scope="col">field</th><th scope="col">values such as</th><th scope="col">rows</th></tr></thead>
            <tbody>{Html.Each(rules, Line)}</tbody></table></div>
            """),
    };

    private static Html Line(PredictedRule rule) => Html.Of($"""
        <tr><th scope="row">{rule.Reason} <code class="quiet">{rule.Rule}</code> {Html.If(rule.SampleKeys.Count > 0, $"<span class=\"keys\">keys {string.Join(", ", rule.SampleKeys)}, …</span>")}</th>
        <td data-label="what"><span class="fate {Class(rule.Fate)}">{Words(rule.Fate)}</span></td><td data-label="field">{rule.Field ?? "–"}</td>
        <td data-label="values such as"><span>{Html.Each(rule.Shapes, shape => ShapeBars.Shape(shape.Name))}</span></td>
        <td data-label="rows" class="figure"><span>{(rule.Share.IsExact ? "" : "≈ ")}{Figures.Count(rule.Rows)} <span class="quiet">{ShareWords.Interval(rule.Share)}</span></span></td></tr>

        """);

    private static string Words(TrialFate fate) => fate switch
    {
        TrialFate.Rejected => "row rejected",
        TrialFate.Skipped => "row left out",
        TrialFate.Cleared => "value cleared",
        TrialFate.Kept => "kept, though unusable",
        _ => "value changed",
    };

    private static string Class(TrialFate fate) => fate switch
    {
        TrialFate.Rejected => "bad",
        TrialFate.Cleared => "open",
        _ => "mild",
    };
}
