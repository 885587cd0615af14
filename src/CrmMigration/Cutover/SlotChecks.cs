using CrmMigration.Runs;
using CrmMigration.Sync.Log;

namespace CrmMigration.Cutover;

/// <summary>
/// What is left of the slots through which the sources' logs are read. They do not speak against a cut-over, but a slot that nobody reads any more fills its server's disk. Where
/// it was asked for they are dropped, and only when nothing else stops the cut-over: until then passes read them. Done twice, it finds them gone; where the
/// verdict is another one then, passes go by the horizon and miss nothing.
/// </summary>
internal sealed class SlotChecks(RunContext context)
{
    public async Task<IReadOnlyList<CutoverCheck>> Run(bool isGo, CancellationToken cancellation)
    {
        var slots = new SourceSlots(context.Plan.Plan, context.Databases.Source);
        var found = await (isGo && context.DropsSlots ? slots.Drop(_ => { }, cancellation) : slots.Look(cancellation));
        return [.. found.Select(Of)];
    }

    private CutoverCheck Of(SourceSlot slot) => slot switch
    {
        { Fate: SlotFate.Absent } when context.DropsSlots => CutoverCheck.Ok("slots", $"{slot.Sentence} It was dropped before, perhaps by this cut-over, when it was carried on."),
        { Fate: not SlotFate.Kept } => CutoverCheck.Ok("slots", slot.Sentence),
        { WhyNotDropped: not null } => CutoverCheck.Note("slots", slot.Sentence),
        _ when context.DropsSlots => CutoverCheck.Note("slots", $"{slot.Sentence} It stays, as this is no go."),
        _ => CutoverCheck.Note("slots", $"{slot.Sentence} When the sync is over: crm-migrate drop-slots PLAN, or cut over with --drop-slots."),
    };
}
