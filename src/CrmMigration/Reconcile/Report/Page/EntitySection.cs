namespace CrmMigration.Reconcile.Report.Page;

/// <summary>One entity: its flow picture, what proves it, and what happened to rows that did not simply arrive.</summary>
internal static class EntitySection
{
    /// <param name="number">Of the entity in the report; makes ids on the page unique.</param>
    public static Html Draw(EntityReport entity, int number) => Html.Of($"""
        <section class="entity" aria-labelledby="entity-{number}">
        <h2 id="entity-{number}">{entity.Name}</h2>
        <p class="quiet">{Html.Each(entity.Sources.Index(), Origin)} → <code>{entity.TargetTable}</code></p>
        {FlowPicture.Draw(entity, $"flow-{number}")}
        {Proofs(entity)}
        {TotalsTable.Draw(entity.Totals)}
        {RulesTable.Draw("Rejected, by rule", "rows", entity.Rejects)}
        {RulesTable.Draw("Skipped, by rule", "rows", entity.Skips)}
        {RulesTable.Draw("Corrected, by rule", "values", entity.Corrections)}
        {SamplesTable.Draw(entity)}
        {NotRehearsed(entity.Forecast?.NotRehearsed ?? [])}
        </section>

        """);

    private static Html Origin((int Index, SourceReport Source) one) =>
        Html.Of($"{(one.Index > 0 ? ", " : "")}<code>{one.Source.Table}</code> of source {one.Source.Name}");

    private static Html Proofs(EntityReport entity) => Html.Of($"""
        <ul class="proofs">
        {Proof(entity.Counts.AddsUp && entity.PartitionsThatDoNotAddUp == 0, $"{EntityWords.Identity(entity.Counts)}. {Doubt(entity.Counts)}{EntityWords.Partitions(entity)}")}
        {Proof(entity.Contents.Agrees, EntityWords.Contents(entity))}
        {Html.If(entity.Totals.Count > 0, $"{Proof(entity.Totals.All(total => total.Agrees), Totals(entity.Totals))}")}
        {Html.If(EntityWords.Drift(entity).Length > 0, $"<li><span class=\"mark\" aria-hidden=\"true\">•</span><span>{EntityWords.Drift(entity)}</span></li>")}
        {Html.If(entity.Merges != MergeSummary.None, $"<li><span class=\"mark\" aria-hidden=\"true\">•</span><span>{EntityWords.Merges(entity)}</span></li>")}
        </ul>
        """);

    private static Html NotRehearsed(IReadOnlyList<string> sentences) => Html.If(sentences.Count > 0, $"""
        <h3>Not rehearsed</h3>
        <ul>{Html.Each(sentences, sentence => Html.Of($"<li>{sentence}</li>"))}</ul>
        """);

    private static Html Proof(bool? holds, string sentence) => Html.Of($"<li>{Mark.Of(holds)}<span>{sentence}</span></li>");

    private static string Doubt(FateCounts counts) => counts.AddsUp ? "" : $"{EntityWords.Difference(counts)}. ";

    private static string Totals(IReadOnlyList<ControlTotal> totals) => totals.Count(total => !total.Agrees) switch
    {
        0 when totals.Count == 1 => "The control total is the same before and after.",
        0 => $"All {Figures.Count(totals.Count)} control totals are the same before and after.",
        var differing => $"{Figures.Count(differing)} of {Figures.Counted(totals.Count, "control total")} differ.",
    };
}
