using System.CommandLine;
using CrmMigration.Cli.Connections;
using CrmMigration.Cli.Edge;
using CrmMigration.Cli.Progress;
using CrmMigration.Cli.Runner;
using CrmMigration.Cli.Terminal;
using CrmMigration.Plan;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using CrmMigration.Withdraw;
using Spectre.Console;

namespace CrmMigration.Cli.Commands;

/// <summary><c>withdraw RUN</c>: what a run did to the target is undone, but for rows that people changed since.</summary>
internal static class WithdrawCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var run = Arguments.Run();
        var connection = Arguments.LookIn();
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be undone and which rows would stay." };
        var parallel = Arguments.Parallel();
        var json = Arguments.Json("Print only what was done, as JSON; progress goes to stderr.");
        var command = new Command("withdraw", "Undoes the newest run or sync of a plan: the new CRM is as it was before.") { run, connection, dryRun, parallel, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (found, plan) = await new RunSearch(surroundings, parsed.GetValue(connection)).FindWithPlan(parsed.GetRequiredValue(run), cancellation);
            var work = new Work(surroundings, plan, found.Id, parsed.GetValue(json));
            return parsed.GetValue(dryRun)
                ? work.Show(await surroundings.Engine.LookAtWithdrawal(plan, found.Id, cancellation))
                : await new CommandEdge(surroundings, cancellation).Guard(() => work.Withdraw(parsed.GetValue(parallel), cancellation), found.Id, "withdraw");
        });
        return command;
    }

    private sealed record Work(Surroundings Surroundings, MigrationPlan Plan, string RunId, bool Json)
    {
        public async Task<int> Withdraw(int? parallel, CancellationToken cancellation)
        {
            var options = new WithdrawOptions { RunId = RunId };
            var progress = new RunProgress();
            await using var run = await Surroundings.Engine.BeginWithdrawal(Plan, parallel is { } cap ? options with { Parallel = cap } : options, progress, cancellation);
            var console = Json ? Surroundings.Error : Surroundings.Output;
            console.WriteLine($"Withdrawal of {run.Ref.RunId}");
            await ProgressDisplay.Follow(console, Surroundings.Clock, progress, () => InProcessRunner.Withdraw(run, cancellation));
            return Show(await run.Withdrawal(CancellationToken.None));
        }

        public int Show(Withdrawal withdrawal)
        {
            if (Json)
            {
                Surroundings.WriteRaw(ReportJson.Write(withdrawal));
            }
            else
            {
                WithdrawalText.Write(Surroundings.Output, withdrawal);
            }

            return withdrawal.Kept == 0 ? ExitCode.Done : ExitCode.Failed;
        }
    }
}
