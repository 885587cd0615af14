using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CrmMigration.Source;

/// <summary>Reads and writes keys of each kind in PostgreSQL's binary format.</summary>
internal static class KeyKinds
{
    /// <summary>The kind of a base type's name in pg_type; null for a type that cannot be a key.</summary>
    public static KeyKind? Of(string baseType) => baseType switch
    {
        "int2" => KeyKind.Int16,
        "int4" => KeyKind.Int32,
        "int8" => KeyKind.Int64,
        "uuid" => KeyKind.Uuid,
        "text" or "varchar" => KeyKind.Text,
        _ => null,
    };

    /// <summary>Whether keys of this kind are kept as numbers; the others are kept as text.</summary>
    public static bool IsInteger(this KeyKind kind) => kind is KeyKind.Int16 or KeyKind.Int32 or KeyKind.Int64;

    /// <summary>Whether an integer kind has this number.</summary>
    public static bool Holds(this KeyKind kind, long number) => kind switch
    {
        KeyKind.Int16 => number is >= short.MinValue and <= short.MaxValue,
        KeyKind.Int32 => number is >= int.MinValue and <= int.MaxValue,
        _ => true,
    };

    /// <summary>Reads the text form, as views and messages show it.</summary>
    public static SourceKey Parse(this KeyKind kind, string text) =>
        kind.IsInteger() ? new(long.Parse(text, CultureInfo.InvariantCulture)) : new(text);

    public static SourceKey Read(this KeyKind kind, ReadOnlySpan<byte> wire) => kind switch
    {
        KeyKind.Int16 => new(BinaryPrimitives.ReadInt16BigEndian(wire)),
        KeyKind.Int32 => new(BinaryPrimitives.ReadInt32BigEndian(wire)),
        KeyKind.Int64 => new(BinaryPrimitives.ReadInt64BigEndian(wire)),
        KeyKind.Uuid => new(new Guid(wire, bigEndian: true).ToString()),
        _ => new(Encoding.UTF8.GetString(wire)),
    };

    /// <summary>Writes the binary form; returns its length. The destination has room for 8 bytes, 16 for uuid, 4 a character for text.</summary>
    public static int Write(this KeyKind kind, SourceKey key, Span<byte> destination)
    {
        switch (kind)
        {
            case KeyKind.Int16:
                BinaryPrimitives.WriteInt16BigEndian(destination, checked((short)key.Number));
                return 2;
            case KeyKind.Int32:
                BinaryPrimitives.WriteInt32BigEndian(destination, checked((int)key.Number));
                return 4;
            case KeyKind.Int64:
                BinaryPrimitives.WriteInt64BigEndian(destination, key.Number);
                return 8;
            case KeyKind.Uuid:
                Guid.Parse(key.Text!).TryWriteBytes(destination, bigEndian: true, out var written);
                return written;
            default:
                return Encoding.UTF8.GetBytes(key.Text, destination);
        }
    }
}
