using System.CommandLine;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Commands;

/// <summary><c>rehearse PLAN</c>: what a run would do, found out by doing it beside the target's tables.</summary>
internal static class RehearseCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var plan = Arguments.Plan();
        var target = Arguments.Target();
        var sample = Arguments.Percent("--sample", "Load about so much of the rows, such as 10%. Without it all, or what makes 20 million rows.");
        var partitionRows = Arguments.PartitionRows();
        var parallel = Arguments.Parallel();
        var runId = Arguments.RunId("Id of the new rehearsal. That of an unfinished one carries it on.");
        var json = Arguments.Json("Print only the report, as JSON; progress goes to stderr.");
        var html = Arguments.Html();
        var command = new Command("rehearse", "Tells what a run would do, by the same work in tables of its own; the target's tables are only read.")
        {
            plan, target, sample, partitionRows, parallel, runId, json, html,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var plans = PlanFile.Read(parsed.GetRequiredValue(plan), parsed.GetValue(target));
            var options = new RunOptions
            {
                RunId = parsed.GetValue(runId),
                Mode = RunMode.Rehearsal,
                SamplePercent = parsed.GetValue(sample),
                PartitionRows = parsed.GetValue(partitionRows),
            };
            options = parsed.GetValue(parallel) is { } cap ? options with { Parallel = cap } : options;
            return new ForegroundRuns(surroundings, parsed.GetValue(json), parsed.GetValue(html)).Start(plans, options, cancellation);
        });
        return command;
    }
}
