using System.Text;
using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Reconcile;

namespace CrmMigration.Match;

/// <summary>
/// Hashes what a rule matches by. Letter case is folded; a rule whose columns are not all present gives no key, so that null never
/// matches null. Among n keys, two different values share one with a chance of about n² / 2^65.
/// </summary>
internal sealed class MatchKeys
{
    private readonly List<(int Column, bool IsText)[]> rules;
    private byte[] folded = new byte[1024];
    private char[] letters = new char[512];

    public MatchKeys(EntityMapping mapping) =>
        rules = [.. mapping.Entity.Plan.Match.Select(rule => rule.Select(name => mapping.TargetIndex(name)).Select(index => (index, mapping.TargetColumns[index].IsText)).ToArray())];

    public int Rules => rules.Count;

    /// <summary>The key of the last row of the buffer under a rule; null when the row has none.</summary>
    public ulong? Of(TupleBuffer row, int rule)
    {
        var length = 0;
        foreach (var (column, isText) in rules[rule])
        {
            var cell = row.Cell(column);
            if (cell.IsEmpty)
            {
                return null;
            }

            length = Append(cell, isText, length);
        }

        return PostgresHash.Bytes(folded.AsSpan(0, length), (ulong)rule + 1);
    }

    // Each part ends with 0xff, which no UTF-8 text holds: "ab" + "c" is not "a" + "bc".
    private int Append(ReadOnlySpan<byte> cell, bool isText, int length)
    {
        if (folded.Length < length + (cell.Length * 3) + 1)
        {
            Array.Resize(ref folded, (length + (cell.Length * 3) + 1) * 2);
        }

        var room = folded.AsSpan(length);
        int written;
        if (!isText)
        {
            cell.CopyTo(room);
            written = cell.Length;
        }
        else if (Ascii.ToUpper(cell, room, out written) != System.Buffers.OperationStatus.Done)
        {
            written = FoldAnyText(cell, room);
        }

        room[written] = 0xff;
        return length + written + 1;
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
}
