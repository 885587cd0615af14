using CrmMigration.Plan;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync.Log;

/// <summary>
/// The slots through which a plan reads the logs of its sources. Their owners make them, and a slot that nobody reads has its server keep its log for ever: they are looked
/// up here, and dropped where somebody asks for it.
/// </summary>
internal sealed class SourceSlots(MigrationPlan plan, Func<string, NpgsqlDataSource> sources)
{
    /// <summary>As they are; empty where the plan reads no log.</summary>
    public Task<IReadOnlyList<SourceSlot>> Look(CancellationToken cancellation) => Each(Found, _ => { }, cancellation);

    /// <summary>Drops them. One that is gone already is no fault; one that the server does not drop stays, with the reason.</summary>
    /// <param name="tell">Hears of each as soon as it is done.</param>
    public Task<IReadOnlyList<SourceSlot>> Drop(Action<SourceSlot> tell, CancellationToken cancellation) => Each(Dropped, tell, cancellation);

    private async Task<IReadOnlyList<SourceSlot>> Each(Func<NpgsqlConnection, string, string, Task<SourceSlot>> each, Action<SourceSlot> tell, CancellationToken cancellation)
    {
        var slots = new List<SourceSlot>();
        foreach (var (source, slot) in Names().Distinct())
        {
            await using var connection = await sources(source).OpenConnectionAsync(cancellation);
            slots.Add(await each(connection, source, slot));
            tell(slots[^1]);
        }

        return slots;
    }

    // Several entities may read one slot.
    private IEnumerable<(string Source, string Slot)> Names() =>
        from entity in plan.Entities
        from read in entity.From
        let log = read.Changes as ChangesPlan.ByLog
        where log is not null
        select (read.Source, LogNames.Of(plan.Name, read.Source, log).Slot);

    private static async Task<SourceSlot> Found(NpgsqlConnection connection, string source, string slot)
    {
        var state = await SlotState.Read(connection, slot);
        return state.Confirmed is null ? new(source, slot, SlotFate.Absent) : new(source, slot, SlotFate.Kept, state.KeptBytes);
    }

    private static async Task<SourceSlot> Dropped(NpgsqlConnection connection, string source, string slot)
    {
        try
        {
            var isDropped = await connection.ExecuteScalarAsync<bool?>(SqlText.Of("Sync/Log/DropSlot.sql"), new { slot });
            return new(source, slot, isDropped is null ? SlotFate.Absent : SlotFate.Dropped);
        }
        catch (PostgresException refused) when (SlotState.IsOfSlot(refused))
        {
            return await Found(connection, source, slot) with { WhyNotDropped = refused.MessageText };
        }
    }
}
