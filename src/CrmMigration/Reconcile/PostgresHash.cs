using System.Buffers.Binary;
using System.Numerics;

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

        while (value.Length >= 12)
        {
            a += BinaryPrimitives.ReadUInt32LittleEndian(value);
            b += BinaryPrimitives.ReadUInt32LittleEndian(value[4..]);
            c += BinaryPrimitives.ReadUInt32LittleEndian(value[8..]);
            Mix(ref a, ref b, ref c);
            value = value[12..];
        }

        AddRest(value, ref a, ref b, ref c);
        Final(ref a, ref b, ref c);
        return ((ulong)b << 32) | c;
    }

    /// <summary>Joins the next column's hash to a row's, as hash_record_extended does; 0 stands for NULL.</summary>
    public static ulong Join(ulong row, ulong column) => (row << 5) - row + column;

    private static void AddRest(ReadOnlySpan<byte> rest, ref uint a, ref uint b, ref uint c)
    {
        Span<byte> padded = stackalloc byte[12];
        padded.Clear();
        rest.CopyTo(padded);
        a += BinaryPrimitives.ReadUInt32LittleEndian(padded);
        b += BinaryPrimitives.ReadUInt32LittleEndian(padded[4..]);

        // The lowest byte of c is reserved for the length.
        c += BinaryPrimitives.ReadUInt32LittleEndian(padded[8..]) << 8;
    }

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
