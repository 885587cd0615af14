namespace CrmMigration.Reconcile.Report.Page;

/// <summary>What rules did, most frequent first, in plain words with keys to look at. Nothing when none applied.</summary>
internal static class RulesTable
{
    public static Html Draw(string heading, string unit, IReadOnlyList<RuleCount> rules) => Html.If(rules.Count > 0, $"""
        <h3>{heading}</h3>
        <div class="scroll"><table class="stack rules">
        <thead><tr><th scope="col">why</th><th scope="col">field</th><th scope="col">source keys, such as</th><th scope="col">{unit}</th></tr></thead>
        <tbody>{Html.Each(rules.OrderByDescending(rule => rule.Rows), rule => Line(rule, unit))}</tbody></table></div>
        """);

    private static Html Line(RuleCount rule, string unit) => Html.Of($"""
        <tr><th scope="row">{rule.Reason} <code class="quiet">{rule.Rule}</code>{Suggested(rule)}</th><td data-label="field">{rule.Field ?? "–"}</td><td data-label="keys" class="keys">{Keys(rule)}</td><td data-label="{unit}" class="figure">{Figures.Count(rule.Rows)}</td></tr>

        """);

    private static Html Suggested(RuleCount rule) => Html.If(rule.Suggested > 0, $""" <span class="quiet">{Figures.Count(rule.Suggested)} with a suggestion</span>""");

    private static string Keys(RuleCount rule) => rule.SampleKeys.Count == 0 ? "–" : string.Join(", ", rule.SampleKeys);
}
