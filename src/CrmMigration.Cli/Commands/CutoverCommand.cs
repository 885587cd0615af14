using System.CommandLine;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Commands;

/// <summary><c>cutover PLAN</c>: the last pass, everything compared, and a verdict. Run early, it is the rehearsal of it.</summary>
internal static class CutoverCommand
{
    private static readonly string[] Acceptable = ["rejects", "reviews", "edits"];

    public static Command Create(Surroundings surroundings)
    {
        var plan = Arguments.Plan();
        var target = Arguments.Target();
        var accepts = Acceptable.Select(what => (What: what, Option: new Option<bool>($"--accept-{what}") { Description = Meaning(what) })).ToList();
        var confirm = new Option<bool>("--confirm-deletes") { Description = "Let rows leave the new CRM however many have left the old one." };
        var dropSlots = new Option<bool>("--drop-slots") { Description = "On go, drop the replication slots through which the old CRM's log is read." };
        var partitionRows = Arguments.PartitionRows();
        var parallel = Arguments.Parallel();
        var json = Arguments.Json("Print only the report, as JSON; progress goes to stderr.");
        var html = Arguments.Html();
        var command = new Command("cutover", "Brings over the last changes, compares everything, and says go or no-go.") { plan, target, confirm, dropSlots, partitionRows, parallel, json, html };
        accepts.ForEach(accept => command.Add(accept.Option));
        command.SetAction((parsed, cancellation) =>
        {
            var plans = PlanFile.Read(parsed.GetRequiredValue(plan), parsed.GetValue(target));
            var options = new RunOptions
            {
                Mode = RunMode.Cutover,
                Accepts = [.. accepts.Where(accept => parsed.GetValue(accept.Option)).Select(accept => accept.What)],
                ConfirmsDeletes = parsed.GetValue(confirm),
                DropsSlots = parsed.GetValue(dropSlots),
                PartitionRows = parsed.GetValue(partitionRows),
            };
            options = parsed.GetValue(parallel) is { } cap ? options with { Parallel = cap } : options;
            return new ForegroundRuns(surroundings, parsed.GetValue(json), parsed.GetValue(html)).Start(plans, options, cancellation);
        });
        return command;
    }

    private static string Meaning(string what) => what switch
    {
        "rejects" => "Go although rows of the old CRM are rejected or wait.",
        "reviews" => "Go although people have not decided what passes left to them.",
        _ => "Go although rows were edited or deleted in the new CRM; they stay as they are there.",
    };
}
