using CrmMigration.Reconcile.Report;

namespace CrmMigration.Sync.Log;

/// <summary>A slot through which a plan reads the log of one of its sources, as it was found or left.</summary>
/// <param name="Source">The source's name in the plan.</param>
/// <param name="KeptBytes">Of log that the server keeps for it; null where the slot is not there, or a standby does not tell.</param>
/// <param name="WhyNotDropped">The server's words, where it was to be dropped and could not be; else null.</param>
public sealed record SourceSlot(string Source, string Slot, SlotFate Fate, long? KeptBytes = null, string? WhyNotDropped = null)
{
    /// <summary>What was found or done, in a sentence or two.</summary>
    public string Sentence => this switch
    {
        { Fate: SlotFate.Dropped } => $"{Source}: the slot {Slot} is dropped; the server keeps no log for it any more.",
        { Fate: SlotFate.Absent } => $"{Source}: there is no slot {Slot} for this plug-in in this database.",
        { WhyNotDropped: { } why } => $"{Source}: the slot {Slot} could not be dropped ({why}). The server keeps its log for it{Kept} until its owner runs: select pg_drop_replication_slot('{Slot}');",
        _ => $"{Source}: the server keeps its log for the slot {Slot}{Kept} until that is dropped.",
    };

    private string Kept => KeptBytes is { } bytes ? $", {Figures.Bytes(bytes)} now," : "";
}
