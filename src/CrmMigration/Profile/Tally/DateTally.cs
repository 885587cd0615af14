using System.Buffers.Binary;
using CrmMigration.Plan;

namespace CrmMigration.Profile.Tally;

/// <summary>A column of dates or timestamps, with the dates that programs write when they have none.</summary>
internal sealed class DateTally(LiveColumn column) : ColumnTally(column)
{
    private const long MicrosecondsOfDay = 86_400_000_000;

    // Midnight of these days, in days since 2000-01-01.
    private static readonly Dictionary<long, string> Stand = new[]
    {
        "0001-01-01", "1000-01-01", "1753-01-01", "1800-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1970-01-01", "2999-12-31", "9999-12-31",
    }.ToDictionary(date => (long)(DateOnly.ParseExact(date, "yyyy-MM-dd").DayNumber - new DateOnly(2000, 1, 1).DayNumber));

    protected override void Look(ReadOnlySpan<byte> value)
    {
        if (DayOf(value) is { } day && Stand.TryGetValue(day, out var date))
        {
            AddPlaceholder(date);
        }
    }

    private static long? DayOf(ReadOnlySpan<byte> value)
    {
        if (value.Length == sizeof(int))
        {
            return BinaryPrimitives.ReadInt32BigEndian(value);
        }

        var (day, rest) = Math.DivRem(BinaryPrimitives.ReadInt64BigEndian(value), MicrosecondsOfDay);
        return rest == 0 ? day : null;
    }
}
