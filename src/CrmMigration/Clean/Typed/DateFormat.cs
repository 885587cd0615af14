using System.Diagnostics.CodeAnalysis;

namespace CrmMigration.Clean.Typed;

/// <summary>One way in which dates are written: a pattern such as <c>dd.MM.yyyy</c>, or one of the names <see cref="Names"/>.</summary>
public abstract class DateFormat
{
    /// <summary>Formats that no pattern can say: ISO 8601 in its variants, Excel's day numbers, seconds and milliseconds since 1970 in UTC.</summary>
    public static IReadOnlyList<string> Names { get; } = ["iso", "excel", "unix", "unixMilliseconds"];

    /// <summary>Always has a time of day.</summary>
    public abstract bool HasTime { get; }

    /// <summary>Has years of two digits, which need a pivot.</summary>
    public virtual bool HasShortYear => false;

    /// <summary>False, and what is wrong with it, for a text that is no format.</summary>
    /// <param name="pivot">First of the hundred years that two digits may mean: with 1930, 30 is 1930 and 29 is 2029.</param>
    public static bool TryParse(string text, int? pivot, [NotNullWhen(true)] out DateFormat? format, out string fault)
    {
        fault = "";
        format = text switch
        {
            "iso" => new IsoDateFormat(),
            "excel" or "unix" or "unixMilliseconds" => new SerialDateFormat(text),
            _ => DatePattern.Parse(text, pivot, out fault),
        };
        return format is not null;
    }

    /// <summary>Whether a text is written this way; the day it names may still be impossible.</summary>
    /// <param name="text">In normal form, without blank space around it.</param>
    /// <param name="lenient">A point, slash, hyphen or space may stand for one another: to guess by, not to read by.</param>
    internal abstract bool TryMatch(ReadOnlySpan<char> text, bool lenient, out DateParts parts);
}
