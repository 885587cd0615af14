using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>
/// Hashes what a rule matches by. Letter case is folded; a rule whose columns are not all present gives no key, so that null never
/// matches null. Among n keys, two different values share the 63 bits that are kept with a chance of about n² / 2^64.
/// </summary>
internal sealed class MatchKeys
{
    private readonly List<MatchedColumn[]> rules;
    private byte[] folded = new byte[1024];
    private char[] letters = new char[512];

    public MatchKeys(EntityMapping mapping) =>
        rules = [.. mapping.Entity.Plan.Match.Select(rule => rule.Select(name => MatchedColumn.Of(mapping, name)).ToArray())];

    public int Rules => rules.Count;

    /// <summary>The key of the last row of the buffer under a rule; null when the row has none.</summary>
    public ulong? Of(TupleBuffer row, int rule)
    {
        var length = 0;
        foreach (var (column, isText, isPadded) in rules[rule])
        {
            var cell = isPadded ? row.Cell(column).TrimEnd((byte)' ') : row.Cell(column);
            if (cell.IsEmpty)
            {
                return null;
            }

            length = Append(cell, isText, length);
        }

        return XxHash3.HashToUInt64(folded.AsSpan(0, length), rule + 1);
    }

    /// <summary>Adds the keys that the last row of the buffer has under all rules, if they are wanted. The lowest bit of a hash is not part of it.</summary>
    public void AddTo(PackedPairs pairs, (SourceKey Key, KeyKind Kind) of, TupleBuffer row, Func<ulong, bool> wanted)
    {
        for (var rule = 0; rule < Rules; rule++)
        {
            if (Of(row, rule) is { } hash && wanted(hash & ~1UL))
            {
                pairs.Add(hash & ~1UL, of.Key, of.Kind);
            }
        }
    }

    // Each part ends with 0xff, which no UTF-8 text holds: "ab" + "c" is not "a" + "bc".
    private int Append(ReadOnlySpan<byte> cell, bool isText, int length)
    {
        if (folded.Length < length + (cell.Length * 3) + 1)
        {
            Array.Resize(ref folded, (length + (cell.Length * 3) + 1) * 2);
        }

        var room = folded.AsSpan(length);
        var written = cell.Length;
        if (!isText)
        {
            cell.CopyTo(room);
        }
        else if (!TryFoldAscii(cell, room))
        {
            written = FoldAnyText(cell, room);
        }

        room[written] = 0xff;
        return length + written + 1;
    }

    // Eight letters at a time; the last eight may overlap those before, which does no harm. What is not ASCII is found at the end.
    private static bool TryFoldAscii(ReadOnlySpan<byte> cell, Span<byte> room)
    {
        if (cell.Length < sizeof(ulong))
        {
            return Ascii.ToUpper(cell, room, out _) == System.Buffers.OperationStatus.Done;
        }

        ulong all = 0;
        for (var at = 0; ; at = Math.Min(at + sizeof(ulong), cell.Length - sizeof(ulong)))
        {
            var letters = BinaryPrimitives.ReadUInt64LittleEndian(cell[at..]);
            all |= letters;
            BinaryPrimitives.WriteUInt64LittleEndian(room[at..], ToUpper(letters));
            if (at == cell.Length - sizeof(ulong))
            {
                return (all & 0x8080808080808080) == 0;
            }
        }
    }

    // The highest bit of a byte tells whether it is at least 'a', then whether it is beyond 'z'; two places lower it makes the difference
    // between the cases.
    private static ulong ToUpper(ulong letters)
    {
        var lower = (letters + 0x1f1f1f1f1f1f1f1f) & ~(letters + 0x0505050505050505) & 0x8080808080808080;
        return letters ^ (lower >> 2);
    }

    private int FoldAnyText(ReadOnlySpan<byte> cell, Span<byte> room)
    {
        if (letters.Length < cell.Length * 2)
        {
            letters = new char[cell.Length * 4];
        }

        // The runtime refuses to fold a text onto itself, so that the folded one lies behind the other.
        var text = letters.AsSpan(0, Encoding.UTF8.GetChars(cell, letters));
        var upper = letters.AsSpan(text.Length, text.Length);
        text.ToUpperInvariant(upper);
        return Encoding.UTF8.GetBytes(upper, room);
    }

    /// <param name="IsPadded">char(n): the target pads what a cleaner leaves as it is.</param>
    private readonly record struct MatchedColumn(int Column, bool IsText, bool IsPadded)
    {
        public static MatchedColumn Of(EntityMapping mapping, string name)
        {
            var index = mapping.TargetIndex(name);
            return new(index, mapping.TargetColumns[index].IsText, mapping.TargetColumns[index].BaseType == "bpchar");
        }
    }
}
