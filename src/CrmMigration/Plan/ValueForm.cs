using System.Globalization;
using CrmMigration.Clean;

namespace CrmMigration.Plan;

/// <summary>What is known before the run of the texts that leave a transform.</summary>
/// <param name="Kind">What they stand for.</param>
/// <param name="Longest">The most characters, as PostgreSQL counts them; null for no limit.</param>
public readonly record struct ValueForm(ValueKind Kind, int? Longest)
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string TimestampFormat = "yyyy-MM-dd HH:mm:ss.FFFFFF";

    public static ValueForm Text(int? longest) => new(ValueKind.Text, longest);

    public static ValueForm Date => new(ValueKind.Date, DateFormat.Length);

    public static ValueForm Timestamp => new(ValueKind.Timestamp, TimestampFormat.Length);

    public static ValueForm Decimal => new(ValueKind.Decimal, null);

    public static ValueForm Integer => new(ValueKind.Integer, null);

    public static ValueForm Boolean => new(ValueKind.Boolean, "false".Length);

    /// <summary>Reads a date's spelling.</summary>
    public static bool TryReadDate(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads a timestamp's spelling, or a date's as its midnight.</summary>
    public static bool TryReadTimestamp(ReadOnlySpan<char> text, out DateTime timestamp) =>
        DateTime.TryParseExact(
            text, text.Length == DateFormat.Length ? DateFormat : TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out timestamp);

    /// <summary>A minus where it is one, digits, and digits behind a point if any.</summary>
    public static bool IsDecimal(ReadOnlySpan<char> text)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        var point = digits.IndexOf('.');
        return point < 0 ? IsDigits(digits) : IsDigits(digits[..point]) && IsDigits(digits[(point + 1)..]);
    }

    /// <summary>Whether a text is one of those that this form describes, so that it may stand in for one.</summary>
    public bool Takes(string text) => Kind switch
    {
        ValueKind.Text => Longest is not { } longest || text.Length <= longest,
        ValueKind.Date => TryReadDate(text, out _),
        ValueKind.Timestamp => TryReadTimestamp(text, out _),
        ValueKind.Decimal => IsDecimal(text),
        ValueKind.Integer => IsDecimal(text) && !text.Contains('.', StringComparison.Ordinal),
        _ => text is "true" or "false",
    };

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && AsciiDigits.AreAll(text);
}
