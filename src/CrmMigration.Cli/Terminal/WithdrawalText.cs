using CrmMigration.Reconcile.Report;
using CrmMigration.Withdraw;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>What the withdrawal of a run has undone, or would undo, and which rows stay.</summary>
internal static class WithdrawalText
{
    public static void Write(IAnsiConsole console, Withdrawal withdrawal)
    {
        var done = withdrawal.State == "done";
        console.WriteLine();
        console.WriteLine(Verdict(withdrawal, done));
        console.WriteLine($"{(done ? "Undone" : "To be undone")}: {withdrawal.Words()}.");
        if (withdrawal.Kept == 0)
        {
            return;
        }

        console.Heading($"{(done ? "Left as found" : "To be left as found")}: {Figures.Counted(withdrawal.Kept, "row")}");
        var grid = TextGrid.Of(2, "table", "key", "by the run", "reason…");
        foreach (var row in withdrawal.FirstKept)
        {
            grid.Add(row.Table, row.Key, row.Kind, row.Reason);
        }

        console.Write(grid);
        if (done)
        {
            console.WriteLine($"All of them are in the view crm_migration.kept. Once they are settled: crm-migrate withdraw {withdrawal.RunId}");
        }
    }

    private static string Verdict(Withdrawal withdrawal, bool done) => (done, withdrawal.Kept) switch
    {
        (true, 0) => "WITHDRAWN",
        (true, var kept) => $"WITHDRAWN BUT FOR {Figures.Counted(kept, "row").ToUpperInvariant()}",
        _ => "Nothing was written; this is what a withdrawal would do now. It does not foresee which rows others refer to.",
    };
}
