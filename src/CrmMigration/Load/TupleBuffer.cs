using System.Buffers.Binary;
using System.Text;
using CrmMigration.Source;

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

    public void BeginRow() => BeginRow(Length);

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

    /// <summary>Adds a key in the binary form of its kind.</summary>
    public void Add(SourceKey key, KeyKind kind)
    {
        Span<byte> wire = kind is KeyKind.Text ? new byte[key.Text!.Length * 3] : stackalloc byte[16];
        Add(wire[..kind.Write(key, wire)]);
    }

    /// <summary>Puts the cells of the last row into another order: for each column the place of its cell as it was added, or -1 for NULL.</summary>
    public void Arrange(ReadOnlySpan<int> places)
    {
        var row = bytes.AsSpan(rowStart, Length - rowStart).ToArray();
        var added = cells[..cellCount];
        var start = rowStart;
        BeginRow(start);
        foreach (var place in places)
        {
            var cell = place < 0 ? default : row.AsSpan(added[place] - start);
            if (place < 0 || BinaryPrimitives.ReadInt32BigEndian(cell) is var length && length < 0)
            {
                AddNull();
            }
            else
            {
                Add(cell.Slice(4, length));
            }
        }
    }

    /// <summary>Adds a row that was built elsewhere and makes it the last one.</summary>
    public void AddRow(ReadOnlySpan<byte> row)
    {
        rowStart = Length;
        cellCount = 0;
        AddCells(row, 2);
    }

    /// <summary>The same with another key, which is the first column.</summary>
    public void AddRow(ReadOnlySpan<byte> row, SourceKey key, KeyKind kind)
    {
        BeginRow();
        Add(key, kind);
        row = row[(2 + 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(row[2..])))..];
        AddCells(row, 0);
    }

    /// <summary>Adds a row that was read, and has the same columns.</summary>
    public void AddRow(TupleReader row)
    {
        BeginRow();
        for (var column = 0; column < columns; column++)
        {
            if (row.IsNull(column))
            {
                AddNull();
            }
            else
            {
                Add(row.Field(column));
            }
        }
    }

    /// <summary>A cell of the last row; empty for NULL.</summary>
    public ReadOnlySpan<byte> Cell(int column)
    {
        var length = CellLength(column);
        return length <= 0 ? default : bytes.AsSpan(cells[column] + 4, length);
    }

    public bool IsNull(int column) => CellLength(column) < 0;

    // What stands before the cells is copied with them.
    private void AddCells(ReadOnlySpan<byte> cells, int before)
    {
        var offset = Length + before;
        cells.CopyTo(Space(cells.Length));
        Length += cells.Length;
        for (; cellCount < columns; cellCount++)
        {
            this.cells[cellCount] = offset;
            offset += 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(offset)));
        }
    }

    private void BeginRow(int start)
    {
        rowStart = start;
        Length = start;
        cellCount = 0;
        BinaryPrimitives.WriteInt16BigEndian(Space(2), (short)columns);
        Length += 2;
    }

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
