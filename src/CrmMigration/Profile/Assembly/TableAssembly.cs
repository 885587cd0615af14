using CrmMigration.Plan.Checking;
using CrmMigration.Profile.Reading;
using CrmMigration.Profile.Tally;

namespace CrmMigration.Profile.Assembly;

/// <summary>Puts together what is known of one table.</summary>
internal sealed class TableAssembly(SourceTable work, TableFigures figures, TableTally tally, ReadRows read)
{
    public TableProfile Table(TimeSpan took, IReadOnlyList<ReferenceProfile> references) => new()
    {
        Entity = work.Entity.Name,
        Source = work.From.Source,
        Table = work.Table.Name.ToString(),
        Key = work.From.Key,
        Rows = figures.Rows,
        Read = new(read.Part.Method, read.Part.Percent, read.Part.Seed, tally.Rows, read.Tried, took),
        Predicted = tally.RowTrial is { } trial ? Predictions.Of(trial, read) : null,
        HasMatchRules = work.Entity.Match.Count > 0,
        Matches = tally.RowTrial is { } whole && read.IsWhole ? Predictions.Matches(whole, work.Entity.MatchKeyLimit) : [],
        Columns = Columns(references),
    };

    private ColumnProfile[] Columns(IReadOnlyList<ReferenceProfile> references)
    {
        var keys = references.Select(reference => reference.Column).Append(work.From.Key).ToHashSet(StringComparer.Ordinal);
        var assembly = new ColumnAssembly(read, keys, work.Table.UniqueColumns.ToHashSet(StringComparer.Ordinal), work.Mapped);
        var tallies = tally.Columns.ToDictionary(column => column.Column.Name);
        return [.. work.Table.Columns.Select(column =>
        {
            var counted = tallies.GetValueOrDefault(column.Name);
            return assembly.Of(column, figures.Columns[column.Name], counted, counted is null ? null : tally.TrialsOf(counted));
        })];
    }
}
