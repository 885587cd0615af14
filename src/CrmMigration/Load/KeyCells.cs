using System.Buffers.Binary;
using System.Text;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>
/// Writes lists of keys as arrays in COPY format. A key is a few bytes moved here; through a parameter the driver takes as long for each as
/// the whole row took to map.
/// </summary>
internal static class KeyCells
{
    private const int BigintOid = 20;
    private const int TextOid = 25;

    // Dimensions, whether there are nulls, element type, length, lower bound (src/backend/utils/adt/arrayfuncs.c, array_recv).
    private const int ArrayHeader = 20;

    /// <summary>Two columns, for numbers and for texts; the one that the keys are not is NULL.</summary>
    public static void Add(this TupleBuffer rows, KeyList? keys)
    {
        if (keys is null || !keys.AreNumbers)
        {
            rows.AddNull();
        }
        else
        {
            rows.AddNumbers(keys.NumberSpan);
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

    public static void AddNumbers(this TupleBuffer rows, ReadOnlySpan<long> numbers)
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
