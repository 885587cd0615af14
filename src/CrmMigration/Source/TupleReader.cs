using System.Buffers;
using System.Buffers.Binary;

namespace CrmMigration.Source;

/// <summary>
/// Reads the rows of a binary COPY (PostgreSQL manual, COPY, "Binary Format") as spans into one buffer, without decoding any value.
/// A row is valid until the next <see cref="Read"/>. The buffer grows only when a single row is larger.
/// </summary>
internal sealed class TupleReader(Stream copy) : IDisposable
{
    private const int SignatureLength = 11;
    private const int HeaderLength = SignatureLength + 8;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);
    private int[] starts = [];
    private int[] lengths = [];
    private int position;
    private int end;
    private bool headerRead;

    public int FieldCount { get; private set; }

    /// <summary>The bytes of a field as they came; empty for NULL, which <see cref="IsNull"/> tells apart.</summary>
    public ReadOnlySpan<byte> Field(int index) =>
        lengths[index] <= 0 ? default : buffer.AsSpan(starts[index], lengths[index]);

    public bool IsNull(int index) => lengths[index] < 0;

    /// <summary>Moves to the next row; false at the end of the data.</summary>
    /// <exception cref="EndOfStreamException">The data broke off in the middle of a row.</exception>
    public bool Read()
    {
        if (!headerRead)
        {
            Need(HeaderLength);
            position += HeaderLength + BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(position + SignatureLength + 4));
            headerRead = true;
        }

        Need(2);
        FieldCount = BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(position));
        if (FieldCount < 0)
        {
            return false;
        }

        if (starts.Length < FieldCount)
        {
            starts = new int[FieldCount];
            lengths = new int[FieldCount];
        }

        ReadFields();
        return true;
    }

    /// <summary>Ends the read, also before the end of the data.</summary>
    public void Dispose()
    {
        copy.Dispose();
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
        }
    }

    private void ReadFields()
    {
        // Offsets are relative to the row's start, because making room may move the row to the front of the buffer.
        var offset = 2;
        for (var i = 0; i < FieldCount; i++)
        {
            Need(offset + 4);
            var length = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(position + offset));
            offset += 4;
            starts[i] = offset;
            lengths[i] = length;
            if (length > 0)
            {
                offset += length;
                Need(offset);
            }
        }

        for (var i = 0; i < FieldCount; i++)
        {
            starts[i] += position;
        }

        position += offset;
    }

    private void Need(int count)
    {
        while (end - position < count)
        {
            MakeRoom(count);
            var read = copy.Read(buffer.AsSpan(end));
            if (read == 0)
            {
                throw new EndOfStreamException("The source's COPY ended in the middle of a row.");
            }

            end += read;
        }
    }

    private void MakeRoom(int count)
    {
        if (position + count <= buffer.Length && end < buffer.Length)
        {
            return;
        }

        var rest = end - position;
        var target = count > buffer.Length ? ArrayPool<byte>.Shared.Rent(Math.Max(count, buffer.Length * 2)) : buffer;
        buffer.AsSpan(position, rest).CopyTo(target);
        if (target != buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = target;
        }

        position = 0;
        end = rest;
    }
}
