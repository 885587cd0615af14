using CrmMigration.Plan;
using CrmMigration.Plan.Transforms;
using CrmMigration.Profile.Reading;
using CrmMigration.Profile.Tally;
using CrmMigration.Profile.Trials;

namespace CrmMigration.Profile.Assembly;

/// <summary>Puts together what is known of one column.</summary>
/// <param name="references">Columns that hold keys; their ends are shown exactly.</param>
/// <param name="unique">Columns that the table makes unique.</param>
internal sealed class ColumnAssembly(ReadRows read, IReadOnlySet<string> references, IReadOnlySet<string> unique, CheckedEntity? mapped)
{
    public ColumnProfile Of(LiveColumn column, ColumnFigures figures, ColumnTally? tally, ColumnTrials? trials)
    {
        var shown = references.Contains(column.Name);
        var fields = mapped?.Sources[0].Fields.Where(field => field.From.Any(from => from.Name == column.Name)).ToList() ?? [];
        return new()
        {
            Name = column.Name,
            Type = column.Type,
            NotNull = column.NotNull,
            MovesTo = column.Name == mapped?.Sources[0].Key.Name ? [mapped.TargetKey.Name] : [.. fields.SelectMany(field => field.To).Select(to => to.Name)],
            Transforms = [.. fields.SelectMany(field => field.Plan.As).Select(transform => transform.Name)],
            Nulls = Share.Exact(figures.Nulls, read.TableRows),
            Distinct = Distinct(column, figures, tally),
            Lowest = End(column, figures.Lowest, shown),
            Highest = End(column, figures.Highest, shown),
            NotNumbers = figures.NotNumbers,
            Infinite = figures.Infinite,
            Placeholders = Placeholders(tally),
            Codes = tally is null || shown || fields.Exists(field => field.Plan.As.Any(IsOfPeople)) ? null : ShownCodes.Of(tally, read),
            Text = tally is TextTally text ? new TextAssembly(text, figures.Text, read).Text() : null,
            Cleaners = trials is null ? [] : [.. trials.All.Select(trial => Cleaner(trial, trials.Tried))],
        };
    }

    // What the table itself makes unique is counted with its rows.
    private DistinctValues? Distinct(LiveColumn column, ColumnFigures figures, ColumnTally? tally) => tally is null ? null
        : unique.Contains(column.Name) ? new(read.TableRows - figures.Nulls, 0, OfSample: false, 0)
        : new(tally.Distinct.Values, Math.Round(100 * tally.Distinct.Error, 2), !read.IsWhole, tally.Distinct.Repeated().Extra);

    private static bool IsOfPeople(Transform transform) =>
        transform is PersonNameTransform or EmailTransform or PhoneTransform or PhonePartsTransform || transform.Conceals;

    private static string? End(LiveColumn column, string? end, bool shown) =>
        end is null || shown || column.BaseType is "date" or "timestamp" or "timestamptz" ? end : RoundedNumber.Of(end);

    private NamedShare[] Placeholders(ColumnTally? tally)
    {
        var of = tally is TextTally text ? text.Values - text.Blank : tally?.Values ?? 0;
        return tally is null
            ? []
            : [.. tally.Placeholders.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => new NamedShare(one.Key, read.ShareOf(one.Value, of)))];
    }

    private CleanerShares Cleaner(CleanerTrial trial, long tried)
    {
        CleanerRule[] rules =
        [
            .. trial.Refused.Select(rule => new CleanerRule(rule.Key.Code, rule.Key.Reason, true, read.TriedShare(rule.Value, tried))),
            .. trial.Corrected.Select(rule => new CleanerRule(rule.Key.Code, rule.Key.Reason, false, read.TriedShare(rule.Value, tried))),
        ];
        return new(
            trial.Cleaner.Name,
            trial.Cleaner.Settings,
            trial.Cleaner.IsPlanned,
            read.TriedShare(trial.Unchanged, tried),
            read.TriedShare(trial.Tidied, tried),
            read.TriedShare(trial.Corrected.Values.Sum(), tried),
            read.TriedShare(trial.Refused.Values.Sum(), tried),
            [.. rules.OrderByDescending(rule => rule.Share.Values).ThenBy(rule => rule.Rule, StringComparer.Ordinal)]);
    }
}
