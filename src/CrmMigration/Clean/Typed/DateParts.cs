namespace CrmMigration.Clean.Typed;

/// <summary>What a text says of a moment, possible or not.</summary>
internal record struct DateParts
{
    public int Year { get; set; }

    public int Month { get; set; }

    public int Day { get; set; }

    public int Hour { get; set; }

    public int Minute { get; set; }

    public int Second { get; set; }

    public int Microsecond { get; set; }

    /// <summary>Minutes that the clock is ahead of UTC.</summary>
    public int Offset { get; set; }

    /// <summary>Of a clock of twelve hours; null on one of twenty-four.</summary>
    public bool? IsAfternoon { get; set; }

    /// <summary>In UTC where an offset was given. False for what no calendar or clock shows, leap seconds and 24:00 among it.</summary>
    public readonly bool TryGetMoment(out DateTime moment)
    {
        moment = default;
        var hour = IsAfternoon is { } isAfternoon ? (Hour % 12) + (isAfternoon ? 12 : 0) : Hour;
        if (Year is < 1 or > 9999 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month)
            || Hour > 23 || Minute > 59 || Second > 59 || (IsAfternoon is not null && Hour is < 1 or > 12) || Math.Abs(Offset) > 18 * 60)
        {
            return false;
        }

        var local = new DateTime(Year, Month, Day, hour, Minute, Second).AddTicks(Microsecond * TimeSpan.TicksPerMicrosecond);
        var ticks = local.Ticks - (Offset * TimeSpan.TicksPerMinute);
        var isKnown = ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
        moment = isKnown ? new(ticks) : default;
        return isKnown;
    }

    public static DateParts Of(DateTime moment) => new()
    {
        Year = moment.Year,
        Month = moment.Month,
        Day = moment.Day,
        Hour = moment.Hour,
        Minute = moment.Minute,
        Second = moment.Second,
        Microsecond = (int)(moment.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond),
    };
}
