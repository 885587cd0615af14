using System.CommandLine;
using CrmMigration.Cli.Connections;
using CrmMigration.Cli.Edge;
using CrmMigration.Cli.Progress;
using CrmMigration.Cli.Runner;
using CrmMigration.Cli.Terminal;
using CrmMigration.Plan;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using Spectre.Console;

namespace CrmMigration.Cli.Commands;

/// <summary><c>replay RUN</c>: rejected rows of a reconciled run through the same stages again, with what people fixed.</summary>
internal static class ReplayCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var run = Arguments.Run();
        var connection = Arguments.LookIn();
        var rule = Arguments.Rule("Only rows that this rule rejected, and their children.");
        var parallel = Arguments.Parallel();
        var json = Arguments.Json("Print only the report, as JSON; progress goes to stderr.");
        var command = new Command("replay", "Runs rejected rows of a reconciled run through the same stages again.") { run, connection, rule, parallel, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (found, plan) = await new RunSearch(surroundings, parsed.GetValue(connection)).FindWithPlan(parsed.GetRequiredValue(run), cancellation);
            var options = new ReplayOptions { RunId = found.Id, Rule = parsed.GetValue(rule) };
            options = parsed.GetValue(parallel) is { } cap ? options with { Parallel = cap } : options;
            return await new CommandEdge(surroundings, cancellation).Guard(() => Replay(surroundings, (plan, options), parsed.GetValue(json), cancellation), found.Id, "replay");
        });
        return command;
    }

    private static async Task<int> Replay(Surroundings surroundings, (MigrationPlan Plan, ReplayOptions Options) what, bool json, CancellationToken cancellation)
    {
        var progress = new RunProgress();
        await using var run = await surroundings.Engine.BeginReplay(what.Plan, what.Options, progress, cancellation);
        var console = json ? surroundings.Error : surroundings.Output;
        console.WriteLine($"Replay of {run.Ref.RunId}");
        var report = await ProgressDisplay.Follow(console, surroundings.Clock, progress, () => InProcessRunner.Replay(run, cancellation));
        if (json)
        {
            surroundings.WriteRaw(ReportJson.Write(report));
        }
        else
        {
            ReportText.Write(surroundings.Output, report);
        }

        return ForegroundRun.CodeOf(report.Verdict);
    }
}
