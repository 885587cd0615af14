using CrmMigration.Profile.Telling;
using CrmMigration.Reconcile.Report;
using CrmMigration.Reconcile.Report.Page;

namespace CrmMigration.Profile.Page;

/// <summary>What the plan's cleaner would make of a column's values, and those others that take a good part of them.</summary>
internal static class CleanerBars
{
    private const int RulesShown = 3;

    public static Html Draw(ColumnProfile column) =>
        Html.Of($"<ul class=\"cleaners\">{Html.Each(CleanerWords.Told(column), cleaner => Line(cleaner, cleaner.IsPlanned))}</ul>");

    private static Html Line(CleanerShares cleaner, bool isPlanned) => Html.Of($"""
        <li><p><b>{CleanerWords.Name(cleaner)}</b> <span class="quiet">{(isPlanned ? "in the plan" : "not in the plan")}</span></p>{Bar(cleaner)}
        <p class="quiet">{Words(cleaner)}</p>
        {Html.Each(cleaner.Rules.Take(RulesShown), rule => Html.Of($"<p class=\"rule\"><span class=\"figure\">{ShareWords.Interval(rule.Share)}</span> {rule.Reason}</p>"))}</li>

        """);

    private static Html Bar(CleanerShares cleaner)
    {
        (string Kind, double Percent)[] parts =
        [
            ("unchanged", cleaner.Unchanged.Percent), ("tidied", cleaner.Tidied.Percent), ("corrected", cleaner.Corrected.Percent), ("refused", cleaner.Refused.Percent),
        ];
        return Html.Of($"""
            <svg class="bar tall" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{Words(cleaner)}">{Html.Each(parts.Index(), part => Html.Of($"<rect class=\"{part.Item.Kind}\" x=\"{Svg.Number(parts.Take(part.Index).Sum(one => one.Percent))}\" width=\"{Svg.Number(part.Item.Percent)}\" height=\"10\"/>"))}</svg>
            """);
    }

    private static string Words(CleanerShares cleaner)
    {
        (string Word, Share Share)[] parts = [("fine", cleaner.Unchanged), ("tidied", cleaner.Tidied), ("kept in part", cleaner.Corrected), ("refused", cleaner.Refused)];
        return string.Join(", ", parts.Where(part => part.Share.Values > 0).Select(part => $"{Figures.Share(part.Share.Values, part.Share.Of)} {part.Word}"));
    }
}
