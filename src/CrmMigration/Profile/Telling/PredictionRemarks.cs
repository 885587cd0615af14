using CrmMigration.Profile.Trials;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Profile.Telling;

/// <summary>What stands out of what a migration would do to the rows: one remark for a field and a fate, whatever the number of rules.</summary>
internal static class PredictionRemarks
{
    // Below it, a loss stands in the table of the entity only.
    private const double LeastPercent = 0.05;

    public static IEnumerable<Told> Of(TableProfile table) =>
        (table.Predicted ?? []).GroupBy(rule => (rule.Fate, rule.Field)).Select(rules => Field(table, [.. rules])).OfType<Told>()
            .Concat(table.Matches.SelectMany(match => Match(table, match)));

    private static Told? Field(TableProfile table, IReadOnlyList<PredictedRule> rules)
    {
        var first = rules[0];
        var total = first.Share with { Values = rules.Sum(rule => rule.Share.Values), Percent = rules.Sum(rule => rule.Share.Percent) };
        if (total.Percent < LeastPercent && first.Fate != TrialFate.Rejected)
        {
            return null;
        }

        var (weight, what) = first.Fate switch
        {
            TrialFate.Rejected => (RemarkWeight.Serious, "would be rejected"),
            TrialFate.Skipped => (RemarkWeight.Notice, "would be left out, as the plan asks"),
            TrialFate.Cleared => (RemarkWeight.Loss, "would arrive without the value"),
            TrialFate.Kept => (RemarkWeight.Notice, "would arrive with an unusable value, as the plan asks"),
            _ => (RemarkWeight.Loss, "would arrive with a changed value"),
        };
        var often = rules.Count == 1 ? "" : $"most often ({ShareWords.Percent(first.Share)}) ";
        return new(new(weight, table.Entity, first.Field, $"{ShareWords.Counted(total, "row")} {what}: {often}{ShareWords.Inside(first.Reason)}."), total.Percent);
    }

    private static IEnumerable<Told> Match(TableProfile table, MatchProfile match)
    {
        var columns = string.Join(" and ", match.Columns);
        var about = match.Error > 0 ? "about " : "";
        if (match.Groups > 0)
        {
            yield return Told.Loss(
                table, null, $"Duplicates: {about}{Figures.Counted(match.Rows, "row")} have the same {columns} as an earlier row and would be merged into it.", 100.0 * match.Rows / table.Rows);
        }

        if (match.FrequentKeys > 0)
        {
            yield return Told.Notice(
                table, null,
                $"{about}{Figures.Counted(match.FrequentRows, "row")} share their {columns} with more than {Figures.Count(match.Limit)} rows; that is no evidence of duplicates, so they are not merged by it.",
                100.0 * match.FrequentRows / table.Rows);
        }
    }
}
