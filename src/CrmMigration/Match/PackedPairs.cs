using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using CrmMigration.Source;

namespace CrmMigration.Match;

/// <summary>
/// (hash, key) pairs one after the other, as they are stored: 8 bytes of hash, then 4 or 8 bytes of number, by the kind of key, or a
/// length in 4 bytes and the text in UTF-8. All little-endian.
/// </summary>
internal sealed class PackedPairs : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int length;

    public ReadOnlyMemory<byte> Bytes => bytes.AsMemory(0, length);

    /// <summary>Gives the room back; nothing that was handed out may be used any more.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    public void Add(ulong hash, SourceKey key, KeyKind kind)
    {
        var textLength = key.Text is null ? 0 : Encoding.UTF8.GetByteCount(key.Text);
        var room = Room(20 + textLength);
        BinaryPrimitives.WriteUInt64LittleEndian(room, hash);
        if (NumberSize(kind) == 4)
        {
            BinaryPrimitives.WriteInt32LittleEndian(room[8..], (int)key.Number);
            length += 12;
            return;
        }

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
    public static (ulong Hash, SourceKey Key) Take(ref ReadOnlySpan<byte> pairs, KeyKind kind)
    {
        var hash = BinaryPrimitives.ReadUInt64LittleEndian(pairs);
        var size = Size(pairs, kind);
        SourceKey key = NumberSize(kind) switch
        {
            4 => new(BinaryPrimitives.ReadInt32LittleEndian(pairs[8..])),
            8 => new(BinaryPrimitives.ReadInt64LittleEndian(pairs[8..])),
            _ => new(Encoding.UTF8.GetString(pairs[12..size])),
        };
        pairs = pairs[size..];
        return (hash, key);
    }

    /// <summary>The hash of the first pair.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> pairs) => BinaryPrimitives.ReadUInt64LittleEndian(pairs);

    /// <summary>The length of the first pair.</summary>
    public static int Size(ReadOnlySpan<byte> pairs, KeyKind kind) =>
        NumberSize(kind) is var size && size > 0 ? 8 + size : 12 + BinaryPrimitives.ReadInt32LittleEndian(pairs[8..]);

    public static int SmallestSize(KeyKind kind) => NumberSize(kind) is var size && size > 0 ? 8 + size : 12;

    public static int Count(ReadOnlySpan<byte> pairs, KeyKind kind)
    {
        if (NumberSize(kind) is var size && size > 0)
        {
            return pairs.Length / (8 + size);
        }

        var count = 0;
        for (; !pairs.IsEmpty; pairs = pairs[Size(pairs, kind)..])
        {
            count++;
        }

        return count;
    }

    // 0 for keys that are kept as text.
    private static int NumberSize(KeyKind kind) => kind switch
    {
        KeyKind.Int16 or KeyKind.Int32 => 4,
        KeyKind.Int64 => 8,
        _ => 0,
    };

    private Span<byte> Room(int count)
    {
        if (bytes.Length - length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + count));
            bytes.AsSpan(0, length).CopyTo(larger);
            Dispose();
            bytes = larger;
        }

        return bytes.AsSpan(length);
    }
}
