using System.Buffers.Binary;

namespace CrmMigration.Load;

/// <summary>Fills the missing values of a row from the values of another, both in COPY format with the same columns.</summary>
internal sealed class TupleFill(bool[] fillable)
{
    /// <summary>Whether the row misses a value that another row could give.</summary>
    public bool HasGaps(TupleBuffer row)
    {
        for (var column = 0; column < fillable.Length; column++)
        {
            if (fillable[column] && row.IsNull(column))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The row with its gaps filled from the giver; counts the values filled.</summary>
    public byte[] Fill(byte[] row, byte[] giver, ref long filled)
    {
        using var result = new MemoryStream(row.Length + giver.Length);
        result.Write(row, 0, 2);
        var (here, there) = (2, 2);
        for (var column = 0; column < fillable.Length; column++)
        {
            var (own, other) = (CellSize(row, here), CellSize(giver, there));
            if (fillable[column] && own == 4 && IsNull(row, here) && !IsNull(giver, there))
            {
                result.Write(giver, there, other);
                filled++;
            }
            else
            {
                result.Write(row, here, own);
            }

            here += own;
            there += other;
        }

        return result.ToArray();
    }

    private static bool IsNull(byte[] row, int offset) => BinaryPrimitives.ReadInt32BigEndian(row.AsSpan(offset)) < 0;

    private static int CellSize(byte[] row, int offset) => 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(row.AsSpan(offset)));
}
