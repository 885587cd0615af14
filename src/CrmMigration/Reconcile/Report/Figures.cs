using System.Globalization;

namespace CrmMigration.Reconcile.Report;

/// <summary>Figures as people read them, the same in the terminal, on the page and in progress lines.</summary>
public static class Figures
{
    /// <summary>With separators: <c>1,000,000</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 row</c>, <c>2 rows</c>; any noun whose plural adds an s.</summary>
    public static string Counted(long count, string noun) => count == 1 ? $"1 {noun}" : $"{Count(count)} {noun}s";

    /// <summary><c>93.8 %</c>. Never <c>0 %</c> of something or <c>100 %</c> of less than all: those read under 0.1 % and over 99.9 %.</summary>
    public static string Share(long part, long whole) => whole == 0 ? "–" : part switch
    {
        0 => "0 %",
        _ when part == whole => "100 %",
        _ when part * 1000.0 < whole => "under 0.1 %",
        _ when part < whole && (whole - part) * 1000.0 < whole => "over 99.9 %",
        _ => (100.0 * part / whole).ToString("0.0 '%'", CultureInfo.InvariantCulture),
    };

    /// <summary>Two units at most: <c>850 ms</c>, <c>8.4 s</c>, <c>2 min 13 s</c>, <c>1 h 02 min</c>, <c>2 d 3 h</c>. A negative duration (clocks differ) reads 0 ms.</summary>
    public static string Duration(TimeSpan duration) => duration.TotalSeconds switch
    {
        <= 0 => "0 ms",
        < 0.9995 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms"),
        < 9.95 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
        < 59.5 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0} s"),
        _ => LongDuration(TimeSpan.FromSeconds(Math.Round(duration.TotalSeconds))),
    };

    /// <summary>Three significant digits, in decimal units: <c>85.2 MB</c>, <c>1.34 GB</c>, <c>8.19 kB</c>.</summary>
    public static string Bytes(long bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB", "PB"];
        var (value, unit) = ((double)bytes, 0);
        for (; value >= 999.5 && unit < units.Length - 1; unit++)
        {
            value /= 1000;
        }

        var format = unit == 0 || value >= 99.95 ? "0" : value >= 9.995 ? "0.0" : "0.00";
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {units[unit]}";
    }

    /// <summary>An exact decimal number with separators in its whole part, digit for digit: <c>184,203,117.450</c>. Anything else (NaN) stays as it is.</summary>
    public static string Exact(string number)
    {
        var digits = number.StartsWith('-') ? number[1..] : number;
        var whole = digits.Split('.')[0];
        if (whole.Length == 0 || !whole.All(char.IsAsciiDigit))
        {
            return number;
        }

        var grouped = string.Concat(whole.Select((digit, index) => (whole.Length - index) % 3 == 0 && index > 0 ? $",{digit}" : $"{digit}"));
        return $"{number[..^digits.Length]}{grouped}{digits[whole.Length..]}";
    }

    /// <summary>Three significant digits: <c>412,000 rows/s</c>; below 10 with one decimal.</summary>
    public static string Rate(double rowsPerSecond) => rowsPerSecond < 9.95
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, rowsPerSecond):0.#} rows/s")
        : $"{Count(ThreeDigits(rowsPerSecond))} rows/s";

    /// <summary>UTC, to the second: <c>2026-11-23 10:15:00 UTC</c>.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string LongDuration(TimeSpan duration) => duration switch
    {
        { TotalHours: < 1 } => $"{duration.Minutes} min {duration.Seconds:00} s",
        { TotalDays: < 1 } => $"{duration.Hours} h {duration.Minutes:00} min",
        _ => $"{duration.Days} d {duration.Hours} h",
    };

    private static long ThreeDigits(double value)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(value)) - 2));
        return (long)(Math.Round(value / unit) * unit);
    }
}
