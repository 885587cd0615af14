using CrmMigration.Reconcile.Report;

namespace CrmMigration.Profile;

/// <summary>What has changed between two fingerprints of one table.</summary>
internal static class TableComparison
{
    // Of the planner's estimate of one unchanged table: it moves with every analyze, which looks at a sample.
    private const double EstimatesMayDifferBy = 0.05;

    public static IEnumerable<SourceChange> Of(TableFingerprint before, TableFingerprint now) =>
        [.. Columns(before, now), .. Rows(before, now), .. Keys(before, now), .. Contents(before, now)];

    private static IEnumerable<SourceChange> Columns(TableFingerprint before, TableFingerprint now)
    {
        var then = before.Columns.ToDictionary(column => column.Name, column => column.Type);
        foreach (var (name, type) in now.Columns)
        {
            if (!then.Remove(name, out var old))
            {
                yield return now.Changed(SourceChangeKind.Columns, $"has a new column \"{name}\" ({type})");
            }
            else if (old != type)
            {
                yield return now.Changed(SourceChangeKind.Columns, $"has the column \"{name}\" as {type}; it was {old}");
            }
        }

        foreach (var name in then.Keys)
        {
            yield return now.Changed(SourceChangeKind.Columns, $"has no column \"{name}\" any more");
        }
    }

    private static IEnumerable<SourceChange> Rows(TableFingerprint before, TableFingerprint now)
    {
        if (RowsDiffer(before, now))
        {
            yield return now.Changed(SourceChangeKind.Rows, $"has {Count(now)}; it had {Count(before)}");
        }
    }

    private static IEnumerable<SourceChange> Keys(TableFingerprint before, TableFingerprint now)
    {
        if (before.LowestKey != now.LowestKey)
        {
            yield return now.Changed(SourceChangeKind.Keys, $"begins with the key {now.LowestKey ?? "none"}; it was {before.LowestKey ?? "none"}");
        }

        if (before.HighestKey != now.HighestKey)
        {
            yield return now.Changed(SourceChangeKind.Keys, $"ends with the key {now.HighestKey ?? "none"}; it was {before.HighestKey ?? "none"}");
        }
    }

    private static IEnumerable<SourceChange> Contents(TableFingerprint before, TableFingerprint now)
    {
        if (before.Writes is { } then && now.Writes is { } later && then != later && before.Rows == now.Rows)
        {
            yield return now.Changed(SourceChangeKind.Contents, "has rows that were written since, as many as before");
        }
    }

    private static bool RowsDiffer(TableFingerprint before, TableFingerprint now) => before.RowsAreExact && now.RowsAreExact
        ? before.Rows != now.Rows
        : Math.Abs(before.Rows - now.Rows) > EstimatesMayDifferBy * Math.Max(before.Rows, now.Rows);

    private static string Count(TableFingerprint table) => $"{(table.RowsAreExact ? "" : "about ")}{Figures.Counted(table.Rows, "row")}";
}
