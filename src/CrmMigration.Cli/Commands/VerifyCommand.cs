using System.CommandLine;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Commands;

/// <summary><c>verify PLAN</c>: sources and target compared through the plan.</summary>
internal static class VerifyCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var plan = Arguments.Plan();
        var target = Arguments.Target();
        var deep = new Option<bool>("--deep") { Description = "Map every row again and compare it by value." };
        var repair = new Option<bool>("--repair") { Description = "Send what differs through the stages again; the old CRM's values win." };
        var confirm = new Option<bool>("--confirm-deletes") { Description = "With --repair: let rows leave the new CRM however many have left the old one." };
        var partitionRows = Arguments.PartitionRows();
        var parallel = Arguments.Parallel();
        var json = Arguments.Json("Print only the report, as JSON; progress goes to stderr.");
        var html = Arguments.Html();
        var command = new Command("verify", "Compares the old CRM with the new one through the plan.") { plan, target, deep, repair, confirm, partitionRows, parallel, json, html };
        command.Validators.Add(result =>
        {
            if (result.GetValue(confirm) && !result.GetValue(repair))
            {
                result.AddError("--confirm-deletes lets a repair delete rows; it goes with --repair.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            var plans = PlanFile.Read(parsed.GetRequiredValue(plan), parsed.GetValue(target));
            var options = new RunOptions
            {
                Mode = RunMode.Verify,
                Deep = parsed.GetValue(deep),
                Repairs = parsed.GetValue(repair),
                ConfirmsDeletes = parsed.GetValue(confirm),
                PartitionRows = parsed.GetValue(partitionRows),
            };
            options = parsed.GetValue(parallel) is { } cap ? options with { Parallel = cap } : options;
            return new ForegroundRuns(surroundings, parsed.GetValue(json), parsed.GetValue(html)).Start(plans, options, cancellation);
        });
        return command;
    }
}
