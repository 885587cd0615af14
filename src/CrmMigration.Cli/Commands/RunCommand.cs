using System.CommandLine;
using System.Security.Cryptography;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Commands;

/// <summary><c>run PLAN</c>: a full migration.</summary>
internal static class RunCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var plan = Arguments.Plan();
        var partitionRows = Arguments.AtLeastOne("--partition-rows", "Rows in a partition. Without it, chosen by the table's size.");
        var parallel = Arguments.Parallel();
        var runId = RunIdOption();
        var json = Arguments.Json("Print only the report, as JSON; progress goes to stderr.");
        var html = Arguments.Html();
        var command = new Command("run", "Migrates everything the plan names, and proves it.") { plan, partitionRows, parallel, runId, json, html };
        command.SetAction((parsed, cancellation) =>
        {
            var migration = PlanFile.Read(parsed.GetRequiredValue(plan));
            var options = new RunOptions
            {
                RunId = parsed.GetValue(runId) ?? RunId.New(migration.Name, surroundings.Clock.GetUtcNow(), BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4))),
                PartitionRows = parsed.GetValue(partitionRows),
            };
            options = parsed.GetValue(parallel) is { } cap ? options with { Parallel = cap } : options;
            return new ForegroundRun(surroundings, parsed.GetValue(json), parsed.GetValue(html)).Start(migration, options, cancellation);
        });
        return command;
    }

    private static Option<string?> RunIdOption()
    {
        var option = new Option<string?>("--run-id") { Description = "Id of the new run. That of an unfinished run carries it on.", HelpName = "ID" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var id }] && !RunId.IsValid(id))
            {
                result.AddError($"--run-id is '{id}'; expected 1 to {RunId.MaxLength} letters, digits, dots, dashes and underscores, and not 'latest'.");
            }
        });
        return option;
    }
}
