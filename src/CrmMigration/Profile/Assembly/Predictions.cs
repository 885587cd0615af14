using CrmMigration.Clean;
using CrmMigration.Profile.Trials;

namespace CrmMigration.Profile.Assembly;

/// <summary>Puts together what a migration would do to the rows of a table.</summary>
internal static class Predictions
{
    private const int ShapesShown = 3;

    public static IReadOnlyList<PredictedRule> Of(RowTrial trial, ReadRows read) =>
    [
        .. trial.Outcomes
            .Select(outcome => Rule(outcome.Key, outcome.Value, read))
            .OrderBy(rule => rule.Fate)
            .ThenByDescending(rule => rule.Share.Values)
            .ThenBy(rule => rule.Rule, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<MatchProfile> Matches(RowTrial trial, int limit) =>
        [.. trial.MatchRules.Select((columns, index) => Match(columns, trial.Matches[index].Repeated((uint)limit), trial.Matches[index].Beyond((uint)limit), limit))];

    private static MatchProfile Match(IReadOnlyList<string> columns, Tally.RepeatedValues groups, Tally.RepeatedValues frequent, int limit) =>
        new(columns, groups.Values, groups.Extra, groups.Error, limit, frequent.Values, frequent.Rows);

    private static PredictedRule Rule(TrialOutcome outcome, OutcomeTally tally, ReadRows read)
    {
        var share = read.ShareOf(tally.Rows, read.Rows);
        return new(
            outcome.Fate,
            outcome.Rule,
            outcome.Field,
            outcome.Reason ?? CleaningRules.Find(outcome.Rule)?.Reason ?? outcome.Rule,
            share,
            share.Scaled(read.TableRows),
            [.. tally.Keys.Select(key => key.ToString())],
            [.. tally.Shapes.Top(ShapesShown).Select(shape => new NamedShare(shape.Shape, read.ShareOf(shape.Count, tally.Rows)))]);
    }
}
