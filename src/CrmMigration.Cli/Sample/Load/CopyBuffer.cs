using System.Buffers.Binary;
using System.Text;

namespace CrmMigration.Cli.Sample.Load;

/// <summary>
/// Rows in PostgreSQL's binary COPY format. Half the client's work of Npgsql's typed importer, which asks each value for its type.
/// Whoever fills it sends <see cref="Bytes"/> when <see cref="IsFull"/> and then clears it.
/// </summary>
internal sealed class CopyBuffer
{
    private const int Size = 256 * 1024;
    private const int LargestRow = 4096;
    private const int NumericBytes = 16;

    private static readonly byte[] Signature = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8];

    private readonly byte[] bytes = new byte[Size];
    private int length;

    public ReadOnlyMemory<byte> Bytes => bytes.AsMemory(0, length);

    public bool IsFull => length > Size - LargestRow;

    public void Clear() => length = 0;

    /// <summary>Signature, flags and the length of the header extension: 19 bytes before the first row.</summary>
    public void BeginTable()
    {
        Signature.CopyTo(bytes.AsSpan(length));
        bytes.AsSpan(length + Signature.Length, 8).Clear();
        length += Signature.Length + 8;
    }

    public void EndTable() => Short(-1);

    public void BeginRow(short fields) => Short(fields);

    public void Add(int value)
    {
        Int(sizeof(int));
        Int(value);
    }

    public void Add(long value)
    {
        Int(sizeof(long));
        Long(value);
    }

    /// <summary>Adds text; null is NULL.</summary>
    public void Add(string? value)
    {
        if (value is null)
        {
            Int(-1);
            return;
        }

        var written = Encoding.UTF8.GetBytes(value, bytes.AsSpan(length + sizeof(int)));
        Int(written);
        length += written;
    }

    /// <summary>Adds a numeric with two decimals: four digits of base 10000, of which the last is the fraction.</summary>
    public void AddMoney(long cents)
    {
        var whole = Math.Abs(cents) / 100;
        Int(NumericBytes);
        Short(4);
        Short(2);
        Short((short)(cents < 0 ? 0x4000 : 0));
        Short(2);
        Short((short)(whole / 100_000_000));
        Short((short)(whole / 10_000 % 10_000));
        Short((short)(whole % 10_000));
        Short((short)(Math.Abs(cents) % 100 * 100));
    }

    private void Short(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(length), value);
        length += sizeof(short);
    }

    private void Int(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(length), value);
        length += sizeof(int);
    }

    private void Long(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(length), value);
        length += sizeof(long);
    }
}
