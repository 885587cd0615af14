using CrmMigration.Rehearse;

namespace CrmMigration.Reconcile.Report.Page;

/// <summary>Masked values before and after, by what happens to them. Nothing when there are none.</summary>
internal static class SamplesTable
{
    public static Html Draw(EntityReport entity) => Html.Each(entity.Samples.GroupBy(sample => sample.Kind), group => Html.Of($"""
        <h3>{SampleWords.Heading(group.Key, IsRehearsed(entity))} <span class="quiet">samples, masked</span></h3>
        <div class="scroll"><table class="stack samples">
        <thead><tr><th scope="col">source key</th><th scope="col">field</th><th scope="col">{(group.Key == SampleKind.Updated ? "in the target" : "in the source")}</th><th scope="col">{(IsRehearsed(entity) ? "would become" : "in the target")}</th></tr></thead>
        <tbody>{Html.Each(group, Line)}</tbody></table></div>

        """));

    private static bool IsRehearsed(EntityReport entity) => entity.Forecast is not null;

    private static Html Line(MaskedSample sample) => Html.Of($"""
        <tr><th scope="row">{sample.SourceKey}</th><td data-label="field">{sample.Field}{Html.If(sample.Rule.Length > 0, $" <code class=\"quiet\">{sample.Rule}</code>")}</td><td data-label="before">{SampleWords.Value(sample.Before)}</td><td data-label="after">{SampleWords.After(sample)}</td></tr>

        """);
}
