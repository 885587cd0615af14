using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>Rejected rows for people to read: the first ones, and how to get all.</summary>
internal static class RejectsText
{
    private const int Shown = 50;

    public static async Task Write(IAnsiConsole console, string runId, IAsyncEnumerable<RejectedRow> rows, CancellationToken cancellation)
    {
        var grid = TextGrid.Of(2, "entity", "key", "field", "reason…", "rule");
        var seen = 0;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (seen++ == Shown)
            {
                break;
            }

            grid.Add(row.Entity, $"{row.Source}:{row.SourceKey}", row.Field ?? "", Reason(row), row.Rule);
        }

        if (seen == 0)
        {
            console.WriteLine("No row was rejected.");
            return;
        }

        console.Write(grid);
        if (seen > Shown)
        {
            console.WriteLine($"These are the first {Figures.Count(Shown)}. All of them: crm-migrate rejects {runId} --csv rejects.csv");
        }
    }

    private static string Reason(RejectedRow row) => row.SqlState is null ? row.Reason : $"{row.Reason} (SQLSTATE {row.SqlState})";
}
