using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace CrmMigration.Reconcile;

/// <summary>
/// PostgreSQL's hash_bytes_extended (src/common/hashfn.c, after Bob Jenkins' lookup3) and the way hash_record_extended joins columns,
/// so that the program and the target's server compute the same 64 bits of a row, each by itself.
/// </summary>
internal static class PostgresHash
{
    public static ulong Bytes(ReadOnlySpan<byte> value, ulong seed = 0)
    {
        uint a = 0x9e3779b9 + (uint)value.Length + 3923095, b = a, c = a;
        if (seed != 0)
        {
            a += (uint)(seed >> 32);
            b += (uint)seed;
            Mix(ref a, ref b, ref c);
        }

        var rest = value;
        for (; rest.Length >= 12; rest = rest[12..])
        {
            a += BinaryPrimitives.ReadUInt32LittleEndian(rest);
            b += BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            c += BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]);
            Mix(ref a, ref b, ref c);
        }

        // The lowest byte of c is reserved for the length.
        a += Word(value, rest, 0);
        b += Word(value, rest, 4);
        c += Word(value, rest, 8) << 8;
        Final(ref a, ref b, ref c);
        return ((ulong)b << 32) | c;
    }

    /// <summary>Joins the next column's hash to a row's, as hash_record_extended does; 0 stands for NULL.</summary>
    public static ulong Join(ulong row, ulong column) => (row << 5) - row + column;

    // The 32 bits at a place of the rest, with zeros beyond its end. Bytes that are short of 32 bits are shifted out of the value's last
    // 32, which spares a padded copy of them; a value shorter than that is put together.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Word(ReadOnlySpan<byte> value, ReadOnlySpan<byte> rest, int at)
    {
        var count = rest.Length - at;
        return count >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(rest[at..])
            : count <= 0 ? 0
            : value.Length >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(value[^4..]) >> (32 - (8 * count))
            : value[0] | (count > 1 ? (uint)value[1] << 8 : 0) | (count > 2 ? (uint)value[2] << 16 : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(ref uint a, ref uint b, ref uint c)
    {
        a = (a - c) ^ BitOperations.RotateLeft(c, 4);
        c += b;
        b = (b - a) ^ BitOperations.RotateLeft(a, 6);
        a += c;
        c = (c - b) ^ BitOperations.RotateLeft(b, 8);
        b += a;
        a = (a - c) ^ BitOperations.RotateLeft(c, 16);
        c += b;
        b = (b - a) ^ BitOperations.RotateLeft(a, 19);
        a += c;
        c = (c - b) ^ BitOperations.RotateLeft(b, 4);
        b += a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Final(ref uint a, ref uint b, ref uint c)
    {
        c = (c ^ b) - BitOperations.RotateLeft(b, 14);
        a = (a ^ c) - BitOperations.RotateLeft(c, 11);
        b = (b ^ a) - BitOperations.RotateLeft(a, 25);
        c = (c ^ b) - BitOperations.RotateLeft(b, 16);
        a = (a ^ c) - BitOperations.RotateLeft(c, 4);
        b = (b ^ a) - BitOperations.RotateLeft(a, 14);
        c = (c ^ b) - BitOperations.RotateLeft(b, 24);
    }
}
