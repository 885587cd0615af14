using System.Buffers.Binary;
using System.Text;
using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>
/// (hash, key) pairs one after the other, as they are stored: 8 bytes of hash, then 8 bytes of number, or a length in 4 bytes and the
/// text in UTF-8. All little-endian.
/// </summary>
internal sealed class PackedPairs
{
    private byte[] bytes = new byte[4096];
    private int length;

    public ReadOnlyMemory<byte> Bytes => bytes.AsMemory(0, length);

    public void Add(ulong hash, SourceKey key)
    {
        var textLength = key.Text is null ? 0 : Encoding.UTF8.GetByteCount(key.Text);
        var room = Room(20 + textLength);
        BinaryPrimitives.WriteUInt64LittleEndian(room, hash);
        if (key.Text is null)
        {
            BinaryPrimitives.WriteInt64LittleEndian(room[8..], key.Number);
            length += 16;
            return;
        }

        BinaryPrimitives.WriteInt32LittleEndian(room[8..], textLength);
        Encoding.UTF8.GetBytes(key.Text, room[12..]);
        length += 12 + textLength;
    }

    /// <summary>Reads the next pair and moves on.</summary>
    public static (ulong Hash, SourceKey Key) Take(ref ReadOnlySpan<byte> pairs, bool integerKeys)
    {
        var hash = BinaryPrimitives.ReadUInt64LittleEndian(pairs);
        SourceKey key;
        int size;
        if (integerKeys)
        {
            key = new(BinaryPrimitives.ReadInt64LittleEndian(pairs[8..]));
            size = 16;
        }
        else
        {
            size = 12 + BinaryPrimitives.ReadInt32LittleEndian(pairs[8..]);
            key = new(Encoding.UTF8.GetString(pairs[12..size]));
        }

        pairs = pairs[size..];
        return (hash, key);
    }

    /// <summary>The length of the first pair.</summary>
    public static int Size(ReadOnlySpan<byte> pairs, bool integerKeys) =>
        integerKeys ? 16 : 12 + BinaryPrimitives.ReadInt32LittleEndian(pairs[8..]);

    public static int Count(ReadOnlySpan<byte> pairs, bool integerKeys)
    {
        if (integerKeys)
        {
            return pairs.Length / 16;
        }

        var count = 0;
        for (; !pairs.IsEmpty; pairs = pairs[Size(pairs, integerKeys)..])
        {
            count++;
        }

        return count;
    }

    private Span<byte> Room(int count)
    {
        if (bytes.Length - length < count)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + count));
        }

        return bytes.AsSpan(length);
    }
}
