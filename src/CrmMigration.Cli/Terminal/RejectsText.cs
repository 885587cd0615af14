using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>Rejected rows for people to read: by rule, or the first rows and how to get all.</summary>
internal static class RejectsText
{
    private const int Shown = 50;

    public static void WriteGroups(IAnsiConsole console, string runId, IReadOnlyList<RejectGroup> groups)
    {
        if (groups.Count == 0)
        {
            console.WriteLine("No row was rejected.");
            return;
        }

        var grid = TextGrid.Of(2, ">", "…");
        foreach (var group in groups)
        {
            grid.AddRow(new Text(Figures.Count(group.Rows)), new Text($"{group.Entity}: {group.Reason}"));
            grid.AddRow(new Text(""), new Text(Origin(group), TextGrid.Muted));
        }

        console.Write(grid);
        console.WriteLine();
        console.WriteLine($"The rows of a rule: crm-migrate rejects {runId} --rule {groups[0].Rule}");
        console.WriteLine($"What is to become of them: crm-migrate fix {runId} --rule {groups[0].Rule}, then crm-migrate replay {runId}");
    }

    /// <param name="withPayload">Also the source row of each.</param>
    public static async Task WriteRows(IAnsiConsole console, IAsyncEnumerable<RejectedRow> rows, bool withPayload, CancellationToken cancellation)
    {
        var grid = TextGrid.Of(2, "entity", "key", "field", "reason…", "suggestion…", "fix…", "rule");
        var seen = 0;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (seen++ == Shown)
            {
                break;
            }

            grid.Add(row.Entity, $"{row.Source}:{row.SourceKey}", row.Field ?? "", Reason(row), row.IsEncrypted ? "encrypted" : row.Suggestion ?? "", Fix(row), row.Rule);
            if (withPayload)
            {
                grid.AddRow(new Text(""), new Text(""), new Text(""), new Text(Payload(row), TextGrid.Muted));
            }
        }

        if (seen == 0)
        {
            console.WriteLine("No such row is rejected.");
            return;
        }

        console.Write(grid);
        if (seen > Shown)
        {
            console.WriteLine($"These are the first {Figures.Count(Shown)}. All of them: the same with --csv FILE.");
        }
    }

    private static string Origin(RejectGroup group)
    {
        var field = group.Field is null ? "" : $", field {group.Field}";
        return $"rule {group.Rule}{field}, such as {string.Join(", ", group.SampleKeys)}{Some(group.Suggested, "with a suggestion")}{Some(group.Fixed, "fixed, to be replayed")}{Some(group.ToSkip, "to be skipped")}";
    }

    private static string Some(long rows, string what) => rows == 0 ? "" : $"; {Figures.Count(rows)} {what}";

    private static string Reason(RejectedRow row) => row.SqlState is null ? row.Reason : $"{row.Reason} (SQLSTATE {row.SqlState})";

    private static string Fix(RejectedRow row) => row.Resolution == "skip" ? "to be skipped" : row.Fix?.GetRawText() ?? "";

    private static string Payload(RejectedRow row) => row.IsEncrypted ? "encrypted; the key is not set here" : row.Payload?.GetRawText() ?? "the row was not kept, or has expired";
}
