using CrmMigration.Reconcile;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>The go/no-go list of a cut-over, a line for each check. Nothing in any other report.</summary>
internal static class CutoverText
{
    public static void Write(IAnsiConsole console, RunReport report)
    {
        if (report.Cutover is not { } checks)
        {
            return;
        }

        console.Heading("Go or no-go");
        foreach (var check in checks)
        {
            console.Point(TextGrid.Mark(check.Outcome == "note" ? null : check.IsGo), $"{check.Name}: {check.Finding}");
            if (check.Advice is { } advice)
            {
                console.Point(" ", advice);
            }
        }
    }
}
