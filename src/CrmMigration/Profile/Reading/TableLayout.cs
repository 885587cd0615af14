using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Profile.Tally;

namespace CrmMigration.Profile.Reading;

/// <summary>Which columns of a table are read, in which order: those that the migration's mapping reads, as it wants them, then the others.</summary>
internal sealed class TableLayout
{
    /// <param name="mapping">Null where the plan's mistakes allow none.</param>
    public TableLayout(LiveTable table, EntityMapping? mapping)
    {
        Table = table;
        Mapping = mapping;
        List<string> selected = [.. mapping?.SelectList(_ => true) ?? []];
        LiveColumn[] looked = [.. table.Columns.Where(column => ColumnTally.Of(column) is not null)];
        selected.AddRange(looked.Select(column => SqlName.Quote(column.Name)).Except(selected));
        Selected = selected;
        Tallied = [.. looked.Select(column => (selected.IndexOf(SqlName.Quote(column.Name)), column))];
    }

    public LiveTable Table { get; }

    public EntityMapping? Mapping { get; }

    /// <summary>SQL expressions.</summary>
    public IReadOnlyList<string> Selected { get; }

    /// <summary>The columns that are looked at, each with its place among the selected ones.</summary>
    public IReadOnlyList<(int Place, LiveColumn Column)> Tallied { get; }

    /// <param name="sample">What stands behind the table's name: a sampling clause, or nothing.</param>
    public string CopyOut(string sample, string condition) =>
        $"copy (select {string.Join(", ", Selected)} from {Table.Name.Sql}{sample} where {condition}) to stdout (format binary)";
}
