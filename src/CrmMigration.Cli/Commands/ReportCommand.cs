using System.CommandLine;
using CrmMigration.Cli.Connections;
using CrmMigration.Cli.Terminal;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Cli.Commands;

/// <summary><c>report RUN</c>: the reconciliation of a run as text, JSON or an HTML page. The exit code is that of the verdict.</summary>
internal static class ReportCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var run = Arguments.Run();
        var connection = Arguments.LookIn();
        var html = new Option<string?>("--html") { Description = "Write one self-contained HTML page instead of text.", HelpName = "FILE" };
        var json = Arguments.Json("Print JSON.");
        var command = new Command("report", "Shows the reconciliation of a run.") { run, connection, html, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var found = await new RunSearch(surroundings, parsed.GetValue(connection)).Find(parsed.GetRequiredValue(run), cancellation);
            var report = await surroundings.Engine.Report(found.Connection, found.Id, cancellation)
                ?? throw new InvalidSettingException($"Run {found.Id} has nothing to report yet. See where it stands: crm-migrate status {found.Id}");
            if (parsed.GetValue(json))
            {
                surroundings.WriteRaw(ReportJson.Write(report));
            }

            if (parsed.GetValue(html) is { } file)
            {
                surroundings.Say($"Page for a browser: {OutputFile.Write(file, HtmlReport.Render(report))}");
            }
            else if (!parsed.GetValue(json))
            {
                ReportText.Write(surroundings.Output, report);
            }

            return ForegroundRun.CodeOf(report.Verdict);
        });
        return command;
    }
}
