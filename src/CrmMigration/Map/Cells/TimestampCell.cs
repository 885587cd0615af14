using System.Buffers.Binary;
using CrmMigration.Load;
using CrmMigration.Plan;

namespace CrmMigration.Map.Cells;

/// <summary>timestamp, and timestamptz for a time that is UTC; a date is its midnight.</summary>
internal sealed class TimestampCell : TargetCell
{
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly int digits;
    private readonly long unit;

    public TimestampCell(LiveColumn column)
        : base(column)
    {
        digits = column.Modifier is >= 0 and <= 6 ? column.Modifier : 6;
        unit = (long)Math.Pow(10, 6 - digits);
    }

    protected override Rejection? Add(ReadOnlySpan<char> text, TupleBuffer output)
    {
        if (!ValueForm.TryReadTimestamp(text, out var timestamp))
        {
            return NotOne("date and time such as 2024-12-31 23:59:58");
        }

        var microseconds = (timestamp.Ticks - Epoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        if (microseconds % unit != 0)
        {
            return TooPrecise($"has more than {digits} digits behind the second's point", $"{digits}");
        }

        BinaryPrimitives.WriteInt64BigEndian(output.AddSpace(8), microseconds);
        return null;
    }
}
