namespace CrmMigration.Clean.Typed;

/// <summary>What a piece of a date's pattern stands for.</summary>
internal enum DatePart
{
    /// <summary>A character that stands for itself.</summary>
    Literal,

    /// <summary>Any blank space.</summary>
    Blank,
    Day,
    Month,

    /// <summary>A month's name in one of many languages, in full or short.</summary>
    MonthName,
    Year,

    /// <summary>The last two digits of a year.</summary>
    ShortYear,
    Hour,

    /// <summary>An hour of a clock of twelve.</summary>
    HalfDayHour,
    Minute,
    Second,
    Fraction,

    /// <summary>AM or PM.</summary>
    HalfDay,

    /// <summary>Offset from UTC.</summary>
    Offset,

    /// <summary>A day's name, which says nothing that the date does not.</summary>
    Weekday,
}
