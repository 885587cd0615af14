using System.Buffers.Binary;
using System.Text;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>
/// Writes the ledger of a partition that has none yet by binary COPY. A key is a few bytes moved here; through a parameter the driver
/// takes as long for each as the whole row took to map.
/// </summary>
internal static class LedgerCopy
{
    private const int BigintOid = 20;
    private const int TextOid = 25;

    // Dimensions, whether there are nulls, element type, length, lower bound (src/backend/utils/adt/arrayfuncs.c, array_recv).
    private const int ArrayHeader = 20;

    public static void Write(NpgsqlConnection target, long entityId, int partition, IEnumerable<LedgerEntry> ledger)
    {
        var rows = new TupleBuffer(8);
        foreach (var entry in ledger)
        {
            rows.BeginRow();
            BinaryPrimitives.WriteInt64BigEndian(rows.AddSpace(8), entityId);
            BinaryPrimitives.WriteInt32BigEndian(rows.AddSpace(4), partition);
            rows.Add(entry.Fate.ToString().ToLowerInvariant());
            Encoding.UTF8.GetBytes(entry.Rule, rows.AddSpace(Encoding.UTF8.GetByteCount(entry.Rule)));
            Add(rows, entry.Keys);
            Add(rows, entry.Targets);
        }

        if (rows.Length > 0)
        {
            var copy = CopyIn.Begin(
                target, "crm_migration.ledger", "entity_id, partition, fate, rule, key_numbers, key_texts, target_numbers, target_texts");
            copy.Write(rows.Written);
            CopyIn.End(copy);
        }
    }

    // Two columns, for numbers and for texts; the one that the keys are not is NULL.
    private static void Add(TupleBuffer rows, KeyList? keys)
    {
        if (keys is null || !keys.AreNumbers)
        {
            rows.AddNull();
        }
        else
        {
            AddNumbers(rows, keys.NumberSpan);
        }

        if (keys is null || keys.AreNumbers)
        {
            rows.AddNull();
        }
        else
        {
            AddTexts(rows, keys.TextSpan);
        }
    }

    private static void AddNumbers(TupleBuffer rows, ReadOnlySpan<long> numbers)
    {
        var space = AddArray(rows, BigintOid, numbers.Length, numbers.Length * 12);
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32BigEndian(space, 8);
            BinaryPrimitives.WriteInt64BigEndian(space[4..], number);
            space = space[12..];
        }
    }

    private static void AddTexts(TupleBuffer rows, ReadOnlySpan<string> texts)
    {
        var size = 0;
        foreach (var text in texts)
        {
            size += 4 + Encoding.UTF8.GetByteCount(text);
        }

        var space = AddArray(rows, TextOid, texts.Length, size);
        foreach (var text in texts)
        {
            var written = Encoding.UTF8.GetBytes(text, space[4..]);
            BinaryPrimitives.WriteInt32BigEndian(space, written);
            space = space[(4 + written)..];
        }
    }

    private static Span<byte> AddArray(TupleBuffer rows, int element, int count, int size)
    {
        var space = rows.AddSpace(ArrayHeader + size);
        BinaryPrimitives.WriteInt32BigEndian(space, 1);
        BinaryPrimitives.WriteInt32BigEndian(space[4..], 0);
        BinaryPrimitives.WriteInt32BigEndian(space[8..], element);
        BinaryPrimitives.WriteInt32BigEndian(space[12..], count);
        BinaryPrimitives.WriteInt32BigEndian(space[16..], 1);
        return space[ArrayHeader..];
    }
}
