using System.Buffers.Binary;
using System.Text;

namespace CrmMigration.Load;

/// <summary>
/// Rows in PostgreSQL's binary COPY format, built one after the other in one growing buffer. The last row can be taken back, and its
/// cells can be looked at, until the next one begins.
/// </summary>
internal sealed class TupleBuffer(int columns)
{
    private readonly int[] cells = new int[columns];
    private byte[] bytes = new byte[128 * 1024];
    private int rowStart;
    private int cellCount;

    public int Length { get; private set; }

    public int Columns => columns;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>The last row, with its leading column count.</summary>
    public ReadOnlySpan<byte> Row => bytes.AsSpan(rowStart, Length - rowStart);

    public void BeginRow()
    {
        rowStart = Length;
        cellCount = 0;
        BinaryPrimitives.WriteInt16BigEndian(Space(2), (short)columns);
        Length += 2;
    }

    /// <summary>Takes the last row back.</summary>
    public void TakeBack() => Length = rowStart;

    public void Clear()
    {
        Length = 0;
        rowStart = 0;
    }

    public void AddNull()
    {
        cells[cellCount++] = Length;
        BinaryPrimitives.WriteInt32BigEndian(Space(4), -1);
        Length += 4;
    }

    /// <summary>Adds a value as it is; what is returned can be changed in place, until the next one is added.</summary>
    public Span<byte> Add(ReadOnlySpan<byte> value)
    {
        var space = AddSpace(value.Length);
        value.CopyTo(space);
        return space;
    }

    /// <summary>Adds a value of that many bytes, which the caller writes.</summary>
    public Span<byte> AddSpace(int length)
    {
        cells[cellCount++] = Length;
        var space = Space(length + 4);
        BinaryPrimitives.WriteInt32BigEndian(space, length);
        Length += length + 4;
        return space.Slice(4, length);
    }

    /// <summary>Adds characters as UTF-8, NULL for none. A lone surrogate becomes U+FFFD, as no PostgreSQL text can hold one.</summary>
    public void Add(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
        {
            AddNull();
            return;
        }

        cells[cellCount++] = Length;
        var space = Space((value.Length * 3) + 4);
        var written = Encoding.UTF8.GetBytes(value, space[4..]);
        BinaryPrimitives.WriteInt32BigEndian(space, written);
        Length += written + 4;
    }

    /// <summary>Adds a row that was built elsewhere and makes it the last one.</summary>
    public void AddRow(ReadOnlySpan<byte> row)
    {
        rowStart = Length;
        row.CopyTo(Space(row.Length));
        Length += row.Length;
        var offset = rowStart + 2;
        for (cellCount = 0; cellCount < columns; cellCount++)
        {
            cells[cellCount] = offset;
            offset += 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(offset)));
        }
    }

    /// <summary>A cell of the last row; empty for NULL.</summary>
    public ReadOnlySpan<byte> Cell(int column)
    {
        var length = CellLength(column);
        return length <= 0 ? default : bytes.AsSpan(cells[column] + 4, length);
    }

    public bool IsNull(int column) => CellLength(column) < 0;

    private int CellLength(int column) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(cells[column]));

    private Span<byte> Space(int count)
    {
        if (bytes.Length - Length < count)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        }

        return bytes.AsSpan(Length, bytes.Length - Length);
    }
}
