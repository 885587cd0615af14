using System.Globalization;

namespace CrmMigration.Clean.Typed;

/// <summary>
/// Moments counted as a number: days since the end of 1899 as Excel counts them (whose 1900 has a 29th of February), or seconds or
/// milliseconds since 1970 in UTC.
/// </summary>
internal sealed class SerialDateFormat(string unit) : DateFormat
{
    // Day 60 of Excel is the day that never was.
    private const int ExcelLeapDay = 60;

    // 9999-12-31 in milliseconds has 15 digits; a sign, a point and the fraction of a day more than that.
    private const int LongestText = 32;

    private static readonly DateTime ExcelStart = new(1899, 12, 30);

    public override bool HasTime => unit != "excel";

    internal override bool TryMatch(ReadOnlySpan<char> text, bool lenient, out DateParts parts)
    {
        parts = default;
        if (text.Length > LongestText || !decimal.TryParse(
                text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        // A number that no moment has is a date of an impossible month.
        var microseconds = unit switch
        {
            "excel" => Math.Round(number * 86_400_000m) * 1000m,
            "unix" => number * 1_000_000m,
            _ => number * 1000m,
        };
        var (start, days) = unit == "excel" ? (ExcelStart, number < ExcelLeapDay ? 1 : 0) : (DateTime.UnixEpoch, 0);
        var ticks = start.Ticks + (decimal.Truncate(microseconds) * TimeSpan.TicksPerMicrosecond) + (days * TimeSpan.TicksPerDay);
        var isKnown = ticks >= 0 && ticks <= DateTime.MaxValue.Ticks && (unit != "excel" || (number >= 1 && decimal.Truncate(number) != ExcelLeapDay));
        parts = isKnown ? DateParts.Of(new DateTime((long)ticks)) : default;
        return true;
    }
}
