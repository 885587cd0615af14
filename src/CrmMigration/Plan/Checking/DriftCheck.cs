namespace CrmMigration.Plan.Checking;

/// <summary>
/// Compares the columns of a source table with those that the last pass saw. Where what is read has changed its meaning, rows that did not change are not
/// what a run would make of them now: a pass does not go on. What nobody reads is only told.
/// </summary>
/// <param name="json">The plan's text.</param>
internal sealed class DriftCheck(SeenSources seen, string json)
{
    private const string Fix = "Put it back as it was; or bring the plan up to date and start a full run, which looks at every row (crm-migrate run PLAN), and sync after that.";

    private readonly CheckFindings drift = new(json);

    /// <summary>What a pass does not go on with.</summary>
    public IReadOnlyList<PlanMistake> Found => drift.Mistakes;

    /// <summary>All columns of a table that is there, as a run sees them.</summary>
    public static IReadOnlyList<SeenColumn> Seen(ResolvedSource source)
    {
        HashSet<string> read = [source.Plan.Key, .. source.Fields.SelectMany(field => field.Read).Select(column => column.Name), .. source.Plan.When.Select(condition => condition.Column)];
        read.UnionWith(source.Plan.Changes is ChangesPlan.ByColumn changes ? [changes.ChangedAt] : []);
        return [.. source.Tables.Source!.Columns.Select(column => new SeenColumn(column.Name, column.Type, read.Contains(column.Name), column.Place))];
    }

    /// <param name="findings">Takes what a pass goes on with, as warnings.</param>
    public void Check(ResolvedEntity entity, CheckFindings findings)
    {
        foreach (var source in entity.Sources)
        {
            if (source.Tables.Source is { } table && seen.Of(source.Tables) is { } before)
            {
                CheckRead(source.Tables.FromPath("table"), before, table);
                CheckMoved(source, before, table);
                foreach (var news in News(source))
                {
                    findings.Warn(
                        source.Tables.FromPath("table"), news, "the columns that the last pass saw",
                        "Nothing is moved from or to it. Write a field for a new column if it shall move, and start a full run.");
                }
            }
        }
    }

    private void CheckRead(string path, IReadOnlyList<SeenColumn> before, LiveTable table)
    {
        foreach (var (column, now) in before.Where(column => column.Read).Select(column => (column, table.Column(column.Name))))
        {
            if (now is null)
            {
                drift.Mistake(path, $"the column \"{column.Name}\" of {table.Name} is gone{Renamed(column, before, table)}", $"{column.Type}, as when the last pass read it", Fix);
            }
            else if (now.Place?.IsAnotherThan(column.Place) == true)
            {
                drift.Mistake(
                    path, $"the column \"{column.Name}\" of {table.Name} is another one than before: it was dropped and made again, or took the name of another",
                    "the column that the last pass read", Fix);
            }
            else if (!Retyping.KeepsValues(column.Type, now.Type))
            {
                drift.Mistake(
                    path, $"the column \"{column.Name}\" of {table.Name} is {now.Type}", $"{column.Type}, as when the last pass read it, or a wider type of the kind", Fix);
            }
        }
    }

    private void CheckMoved(ResolvedSource source, IReadOnlyList<SeenColumn> before, LiveTable table)
    {
        foreach (var column in New(before, table).Where(column => Moves(source, column)))
        {
            drift.Mistake(
                source.Tables.FromPath("table"), $"the column \"{column.Name}\" ({column.Type}) of {table.Name} is new, and the target has one of its name: it would move, but not for rows that came before",
                "the columns that the last pass saw", "Start a full run, which looks at every row (crm-migrate run PLAN), and sync after that; or write the \"fields\" without it.");
        }
    }

    /// <summary>What has changed that no field reads, in sentences without a full stop.</summary>
    public IReadOnlyList<string> News(ResolvedSource source)
    {
        if (source.Tables.Source is not { } table || seen.Of(source.Tables) is not { } before)
        {
            return [];
        }

        var read = Seen(source).Where(column => column.Read).Select(column => column.Name).ToHashSet();
        return
        [
            .. New(before, table).Where(column => !read.Contains(column.Name)).Select(column => $"the column \"{column.Name}\" ({column.Type}) of {table.Name} is new, and the plan does not read it"),
            .. before.Where(column => !column.Read && table.Column(column.Name) is null).Select(column => $"the column \"{column.Name}\" of {table.Name} is gone, which the plan did not read"),
        ];
    }

    private static IEnumerable<LiveColumn> New(IReadOnlyList<SeenColumn> before, LiveTable table) =>
        table.Columns.Where(column => before.All(known => known.Name != column.Name));

    // Without "fields" a column moves by its name; with them, whoever wrote the field knows of it.
    private static bool Moves(ResolvedSource source, LiveColumn column) =>
        source.Plan.Fields is null && source.Fields.Any(field => field.From.Any(from => from.Name == column.Name));

    private static string Renamed(SeenColumn gone, IReadOnlyList<SeenColumn> before, LiveTable table) =>
        New(before, table).Where(column => column.Type == gone.Type).ToArray() is [var only] ? $" (renamed to \"{only.Name}\"?)" : "";
}
