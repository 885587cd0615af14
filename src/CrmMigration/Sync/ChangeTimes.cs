using System.Buffers.Binary;
using CrmMigration.Source;

namespace CrmMigration.Sync;

/// <summary>Counts the rows that a read of changes gives, and remembers when the oldest of them was committed that the last look cannot have seen.</summary>
/// <param name="lastLook">When that transaction began; null: nobody knows.</param>
internal sealed class ChangeTimes(DateTime? lastLook)
{
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public long Rows { get; private set; }

    /// <summary>The source told the time of every row, and that of the last look is known too.</summary>
    public bool Known { get; private set; } = lastLook is not null;

    /// <summary>Null: all were seen before.</summary>
    public DateTime? Oldest { get; private set; }

    /// <param name="row">Its second field is the time, where there is one.</param>
    public void Add(TupleReader row)
    {
        Rows++;
        if (row.FieldCount < 2 || row.IsNull(1))
        {
            Known = false;
            return;
        }

        // PostgreSQL counts microseconds, .NET tenths of them.
        var time = Epoch.AddTicks(BinaryPrimitives.ReadInt64BigEndian(row.Field(1)) * 10);
        if (time >= lastLook && (Oldest is null || time < Oldest))
        {
            Oldest = time;
        }
    }
}
