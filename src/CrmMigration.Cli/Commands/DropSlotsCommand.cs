using System.CommandLine;
using CrmMigration.Sync.Log;
using Spectre.Console;

namespace CrmMigration.Cli.Commands;

/// <summary><c>drop-slots PLAN</c>: drops the slots through which the plan reads its sources' logs. Passes made after it go by the horizon.</summary>
internal static class DropSlotsCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var plan = Arguments.Plan();
        var target = Arguments.Target();
        var command = new Command("drop-slots", "Drops the replication slots through which the plan reads its sources' logs, when the sync is over.") { plan, target };
        command.SetAction(async (parsed, cancellation) =>
        {
            var slots = new List<SourceSlot>();
            foreach (var one in PlanFile.Read(parsed.GetRequiredValue(plan), parsed.GetValue(target)))
            {
                // Told at once: what is dropped is dropped, whatever becomes of the next.
                slots.AddRange(await surroundings.Engine.DropSlots(one, slot => surroundings.Output.WriteLine(slot.Sentence), cancellation));
            }

            if (slots.Count == 0)
            {
                surroundings.Output.WriteLine("The plan reads no source by its log: there is no slot to drop.");
            }

            return slots.Exists(slot => slot.Fate == SlotFate.Kept) ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }
}
