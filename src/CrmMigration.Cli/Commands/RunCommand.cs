using System.CommandLine;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Commands;

/// <summary><c>run PLAN</c>: a full migration.</summary>
internal static class RunCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var plan = Arguments.Plan();
        var partitionRows = Arguments.PartitionRows();
        var parallel = Arguments.Parallel();
        var runId = Arguments.RunId("Id of the new run. That of an unfinished run carries it on.");
        var json = Arguments.Json("Print only the report, as JSON; progress goes to stderr.");
        var html = Arguments.Html();
        var command = new Command("run", "Migrates everything the plan names, and proves it.") { plan, partitionRows, parallel, runId, json, html };
        command.SetAction((parsed, cancellation) =>
        {
            var migration = PlanFile.Read(parsed.GetRequiredValue(plan));
            var options = new RunOptions
            {
                RunId = parsed.GetValue(runId) ?? Arguments.NewRunId(migration, surroundings.Clock),
                Mode = RunMode.Full,
                PartitionRows = parsed.GetValue(partitionRows),
            };
            options = parsed.GetValue(parallel) is { } cap ? options with { Parallel = cap } : options;
            return new ForegroundRun(surroundings, parsed.GetValue(json), parsed.GetValue(html)).Start(migration, options, cancellation);
        });
        return command;
    }
}
