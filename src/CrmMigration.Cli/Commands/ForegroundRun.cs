using CrmMigration.Cli.Edge;
using CrmMigration.Cli.Progress;
using CrmMigration.Cli.Runner;
using CrmMigration.Cli.Terminal;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using Spectre.Console;

namespace CrmMigration.Cli.Commands;

/// <summary>Runs a migration in this process with a display of its progress, then shows the report.</summary>
internal sealed class ForegroundRun(Surroundings surroundings, bool json, string? html)
{
    /// <summary>Returns the exit code. The run's id must be set in the options.</summary>
    public Task<int> Start(MigrationPlan plan, RunOptions options, CancellationToken cancellation) =>
        new CommandEdge(surroundings, cancellation).Guard(
            async () =>
            {
                var progress = new RunProgress();
                var console = json ? surroundings.Error : surroundings.Output;
                foreach (var warning in await surroundings.Engine.Warnings(plan, cancellation))
                {
                    surroundings.Say($"Warning: {warning}");
                }

                await using var run = await surroundings.Engine.Begin(plan, options, progress, cancellation);
                console.WriteLine($"{(run.IsRehearsal ? "Rehearsal" : run.IsIncremental ? "Sync" : run.IsVerification ? "Verification" : run.IsCutover ? "Cut-over" : "Run")} {run.Ref.RunId}");
                var report = await ProgressDisplay.Follow(console, surroundings.Clock, progress, () => InProcessRunner.Finish(run, cancellation));
                Show(report);
                return CodeOf(report.Verdict);
            },
            options.RunId);

    public static int CodeOf(Verdict verdict) => verdict == Verdict.Reconciled ? ExitCode.Done : ExitCode.Failed;

    private void Show(RunReport report)
    {
        if (json)
        {
            surroundings.WriteRaw(ReportJson.Write(report));
        }
        else
        {
            ReportText.Write(surroundings.Output, report);
        }

        if (html is not null)
        {
            var page = OutputFile.Write(html, HtmlReport.Render(report));
            surroundings.Say($"Page for a browser: {page}");
        }
        else if (!json)
        {
            surroundings.Say($"Page for a browser: crm-migrate report {report.RunId} --html report.html");
        }
    }
}
