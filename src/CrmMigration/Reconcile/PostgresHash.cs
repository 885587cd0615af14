using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace CrmMigration.Reconcile;

/// <summary>
/// PostgreSQL's hash functions (src/common/hashfn.c, after Bob Jenkins' lookup3), so that the program and the target's server compute
/// the same 64 bits of a value, each by itself.
/// </summary>
internal static class PostgresHash
{
    /// <summary>hash_bytes_extended: what hashtextextended gives for a text's bytes.</summary>
    public static ulong Bytes(ReadOnlySpan<byte> value, ulong seed = 0)
    {
        Begin(value.Length, seed, out var a, out var b, out var c);
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

    /// <summary>hash_bytes_uint32_extended: what hashint4extended and hashint2extended give.</summary>
    public static ulong Number(int value, ulong seed = 0)
    {
        Begin(sizeof(int), seed, out var a, out var b, out var c);
        a += (uint)value;
        Final(ref a, ref b, ref c);
        return ((ulong)b << 32) | c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Begin(int length, ulong seed, out uint a, out uint b, out uint c)
    {
        a = b = c = 0x9e3779b9 + (uint)length + 3923095;
        if (seed != 0)
        {
            a += (uint)(seed >> 32);
            b += (uint)seed;
            Mix(ref a, ref b, ref c);
        }
    }

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
