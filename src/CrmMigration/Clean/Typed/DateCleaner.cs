using System.Globalization;

namespace CrmMigration.Clean.Typed;

/// <summary>
/// A date or timestamp, spelled <c>2024-12-31</c> or <c>2024-12-31 23:59:58.5</c>, of a text in one of the plan's formats. That spelling is
/// read too where no format reads the text otherwise, so that doing it twice changes nothing. A time with an offset
/// from UTC is written in UTC; a date alone is that of its own clock.
/// </summary>
/// <param name="formats">In any order: a text that two of them read differently is unusable.</param>
/// <param name="withTime">Timestamps are written; else dates, and a time of day that is not midnight is left out by a rule.</param>
public sealed class DateCleaner(IEnumerable<DateFormat> formats, bool withTime) : TextCleaner
{
    private const string TimestampFormat = "yyyy-MM-dd HH:mm:ss.FFFFFF";

    // No date with the longest weekday, month and time is longer.
    private const int LongestText = 80;

    private static readonly IsoDateFormat Iso = new();

    private readonly DateFormat[] formats = [.. formats];

    public override int MostWritten(int length) => TimestampFormat.Length;

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        if (trimmed.Length is 0 or > LongestText)
        {
            return trimmed.IsEmpty ? Cleaned.Blank : new(0, TypedRules.DateUnreadable);
        }

        Span<char> normal = stackalloc char[LongestText];
        return Read(normal[..NormalForm.Write(trimmed, normal)], out var moment) is { } fault ? new(0, fault) : Write(moment, destination);
    }

    /// <summary>
    /// The day that is meant if the separators were others, or day and month changed places, where only one day can be read that way.
    /// </summary>
    public override int Suggest(ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        if (trimmed.Length is 0 or > LongestText)
        {
            return 0;
        }

        Span<char> normal = stackalloc char[LongestText];
        return Guess(normal[..NormalForm.Write(trimmed, normal)], out var moment) ? Write(moment, destination).Length : 0;
    }

    private Rule? Read(ReadOnlySpan<char> text, out DateTime moment)
    {
        (moment, var fault) = (default, TypedRules.DateUnreadable);
        foreach (var format in formats)
        {
            if (!format.TryMatch(text, false, out var parts))
            {
                continue;
            }

            if (!TryMoment(parts, out var other))
            {
                fault = fault is null ? null : TypedRules.DateImpossible;
            }
            else if (fault is null && moment != other)
            {
                return TypedRules.DateAmbiguous;
            }
            else
            {
                (moment, fault) = (other, null);
            }
        }

        return fault != TypedRules.DateUnreadable || !Iso.TryMatch(text, false, out var iso) ? fault
            : TryMoment(iso, out moment) ? null
            : TypedRules.DateImpossible;
    }

    private bool Guess(ReadOnlySpan<char> text, out DateTime moment)
    {
        (moment, var found) = (default, false);
        foreach (var format in formats)
        {
            if (format.TryMatch(text, true, out var parts)
                && (TryMoment(parts, out var other) || TryMoment(parts with { Day = parts.Month, Month = parts.Day }, out other)))
            {
                if (found && moment != other)
                {
                    return false;
                }

                (moment, found) = (other, true);
            }
        }

        return found;
    }

    // A date alone is the day that the clock on the wall showed.
    private bool TryMoment(DateParts parts, out DateTime moment) => (withTime ? parts : parts with { Offset = 0 }).TryGetMoment(out moment);

    private Cleaned Write(DateTime moment, Span<char> destination)
    {
        if (withTime)
        {
            moment.TryFormat(destination, out var length, TimestampFormat, CultureInfo.InvariantCulture);
            return new(length, null);
        }

        DateOnly.FromDateTime(moment).TryFormat(destination, out var written, "O", CultureInfo.InvariantCulture);
        return new(written, moment.TimeOfDay == TimeSpan.Zero ? null : TypedRules.TimeLeftOut);
    }
}
