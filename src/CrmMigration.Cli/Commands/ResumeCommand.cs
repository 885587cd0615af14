using System.CommandLine;
using CrmMigration.Cli.Connections;

namespace CrmMigration.Cli.Commands;

/// <summary><c>resume RUN</c>: carries on a stopped or crashed run with the plan it was started with.</summary>
internal static class ResumeCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var run = Arguments.Run();
        var connection = Arguments.LookIn();
        var parallel = Arguments.Parallel();
        var json = Arguments.Json("Print only the report, as JSON; progress goes to stderr.");
        var html = Arguments.Html();
        var command = new Command("resume", "Carries on a stopped or crashed run.") { run, connection, parallel, json, html };
        command.SetAction(async (parsed, cancellation) =>
        {
            var found = await new RunSearch(surroundings, parsed.GetValue(connection)).Find(parsed.GetRequiredValue(run), cancellation);
            var plan = await surroundings.Engine.PlanOf(found.Connection, found.Id, cancellation)
                ?? throw new InvalidSettingException($"No plan is stored with run {found.Id}. Carry it on with: crm-migrate run PLAN --run-id {found.Id}");
            var options = new RunOptions { RunId = found.Id };
            options = parsed.GetValue(parallel) is { } cap ? options with { Parallel = cap } : options;
            return await new ForegroundRun(surroundings, parsed.GetValue(json), parsed.GetValue(html)).Start(plan, options, cancellation);
        });
        return command;
    }
}
