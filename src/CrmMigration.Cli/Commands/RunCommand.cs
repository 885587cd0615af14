using System.CommandLine;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Commands;

/// <summary><c>run PLAN</c>: a full migration.</summary>
internal static class RunCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var plan = Arguments.Plan();
        var target = Arguments.Target();
        var partitionRows = Arguments.PartitionRows();
        var parallel = Arguments.Parallel();
        var runId = Arguments.RunId("Id of the new run. That of an unfinished run carries it on.");
        var rehearsed = new Option<string?>("--rehearsed")
        {
            Description = "Run only what this rehearsal told: refused where plan, sources or target have changed since. latest-rehearsal names the last.",
            HelpName = "ID",
        };
        var allowDrift = new Option<bool>("--allow-drift") { Description = "With --rehearsed: let through what changes in a source that people go on working in." };
        var json = Arguments.Json("Print only the report, as JSON; progress goes to stderr.");
        var html = Arguments.Html();
        var command = new Command("run", "Migrates everything the plan names, and proves it.")
        {
            plan, target, rehearsed, allowDrift, partitionRows, parallel, runId, json, html,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(allowDrift) && result.GetValue(rehearsed) is null)
            {
                result.AddError("--allow-drift says what may have changed since a rehearsal; name it with --rehearsed ID.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            var plans = PlanFile.Read(parsed.GetRequiredValue(plan), parsed.GetValue(target));
            var options = new RunOptions
            {
                RunId = parsed.GetValue(runId),
                Mode = RunMode.Full,
                Rehearsed = parsed.GetValue(rehearsed),
                AllowDrift = parsed.GetValue(allowDrift),
                PartitionRows = parsed.GetValue(partitionRows),
            };
            options = parsed.GetValue(parallel) is { } cap ? options with { Parallel = cap } : options;
            return new ForegroundRuns(surroundings, parsed.GetValue(json), parsed.GetValue(html)).Start(plans, options, cancellation);
        });
        return command;
    }
}
