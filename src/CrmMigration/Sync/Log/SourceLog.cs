using System.Data;
using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace CrmMigration.Sync.Log;

/// <summary>
/// The log of a source, read by plain queries through a slot that its owner made: only keys are taken from it, and rows are read as they are.
/// A slot moves on at the next pass, when all that was read of it has arrived; a pass that dies finds the same log again.
/// </summary>
internal sealed class SourceLog
{
    private const int MostLooks = 100;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly LogNames names;
    private readonly SlotState slot;
    private readonly string? fault;

    private SourceLog(LogNames names, SlotState slot, string? fault)
    {
        this.names = names;
        this.slot = slot;
        this.fault = fault;
    }

    /// <summary>Null where the plan names no log.</summary>
    /// <remarks>To be called before the snapshot of the pass: what the log says up to here is looked up there.</remarks>
    public static async Task<SourceLog?> Find(RunContext context, CheckedSource read, NpgsqlConnection target, CancellationToken cancellation)
    {
        if (read.Plan.Changes is not ChangesPlan.ByLog log)
        {
            return null;
        }

        var names = LogNames.Of(context.Plan.Plan.Name, read.Name, log);
        await using var source = await context.SourceOf(read).OpenConnectionAsync(cancellation);
        var slot = await Flushed(source, names.Slot, cancellation);
        var known = await target.ExecuteScalarAsync(SqlText.Of("Sync/Log/FindRead.sql"), new { context.RunId, source = read.Name });
        return new(names, slot, slot.WhyNot(names.Slot) ?? await Advance(source, names.Slot, slot, known as NpgsqlLogSequenceNumber?));
    }

    /// <summary>What the log says of a table since the last pass.</summary>
    public async Task<LogLook> Read(NpgsqlConnection source, CheckedSource read, (LinkSet Set, SourceMoment Moment) pass, CancellationToken cancellation)
    {
        if (fault is not null)
        {
            return new(null, slot.Flushed) { Remark = Remark(fault) };
        }

        var table = read.Plan.Table;
        var shape = await source.ExecuteScalarAsync<string>(SqlText.Of("Sync/Log/ReadShape.sql"), new { table.Schema, table.Name, names.Publication });
        var readOn = pass.Set is { LogIsRead: true, LogPosition: { } position } known && position >= slot.Confirmed!.Value && position <= slot.Flushed!.Value && known.LogShape == shape;
        var keys = new LoggedKeys(table, read.Key.Name, readOn ? pass.Set.LogPosition!.Value : slot.Confirmed!.Value, pass.Moment) { AreWanted = readOn };
        await source.ExecuteAsync("savepoint log");
        try
        {
            await Read(source, keys, cancellation);
        }
        // Whatever is wrong with the slot or its log, the horizon tells what changed.
        catch (PostgresException refused) when (SlotState.IsOfSlot(refused))
        {
            await source.ExecuteAsync("rollback to savepoint log");
            return new(null, slot.Flushed) { Remark = Remark(Words(names.Slot, refused)) };
        }

        string?[] remarks = [WhyHorizon(pass.Set, keys, shape), slot.Warning(names.Slot)];
        return new(readOn && !keys.IsUnclear ? keys : null, keys.Unseen ?? slot.Flushed)
        {
            IsRead = true,
            Shape = shape,
            Remark = remarks.Any(one => one is not null) ? string.Join(' ', remarks.OfType<string>()) : null,
        };
    }

    private async Task Read(NpgsqlConnection source, LoggedKeys keys, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SqlText.Of("Sync/Log/ReadLog.sql"), source)
        {
            Parameters = { new("slot", names.Slot), new("upTo", slot.Flushed!.Value.ToString()), new("publication", SqlName.Quote(names.Publication)) },
        };
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            keys.Add(reader.GetFieldValue<byte[]>(0));
        }
    }

    // A server that commits before it flushes (synchronous_commit off) is not far behind.
    private static async Task<SlotState> Flushed(NpgsqlConnection source, string name, CancellationToken cancellation)
    {
        var first = await SlotState.Read(source, name);
        var state = first;
        for (var looks = 0; looks < MostLooks && state.Flushed < first.Written; looks++)
        {
            await Task.Delay(BetweenLooks, cancellation);
            state = await SlotState.Read(source, name);
        }

        return state;
    }

    // Null: it did. The server keeps what comes after.
    private static async Task<string?> Advance(NpgsqlConnection source, string name, SlotState slot, NpgsqlLogSequenceNumber? known)
    {
        if (known is not { } position || position <= slot.Confirmed!.Value || position > slot.Flushed!.Value)
        {
            return null;
        }

        try
        {
            await source.ExecuteAsync("select pg_replication_slot_advance(@name, @position::pg_lsn)", new { name, position = position.ToString() });
            return null;
        }
        catch (PostgresException refused) when (SlotState.IsOfSlot(refused))
        {
            return Words(name, refused);
        }
    }

    private static string Words(string name, PostgresException refused) => $"The slot {name} cannot be read: {refused.MessageText}.";

    // Null: it did not, or has to, as nobody has read the log before.
    private static string? WhyHorizon(LinkSet known, LoggedKeys keys, string? shape) =>
        known.LogIsRead && known.LogShape != shape ? Remark("The table's files, or what is published of it, have changed since the last pass, which its log does not tell.")
        : keys.IsUnclear ? Remark("The log does not name all rows that changed: the table was emptied, or they are very many.")
        : null;

    private static string Remark(string why) => $"{why} This pass went by the horizon.";
}
