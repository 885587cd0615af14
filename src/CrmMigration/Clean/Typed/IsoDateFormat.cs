namespace CrmMigration.Clean.Typed;

/// <summary>
/// ISO 8601 as programs write it: a date, and behind T or a blank a time with or without seconds, their fraction, and an offset from UTC.
/// </summary>
internal sealed class IsoDateFormat : DateFormat
{
    public override bool HasTime => false;

    internal override bool TryMatch(ReadOnlySpan<char> text, bool lenient, out DateParts parts)
    {
        parts = default;
        var rest = new DateText(text);
        if (!rest.TryNumber(4, 4, out var year) || !rest.TryLiteral('-', lenient) || !rest.TryNumber(2, 2, out var month)
            || !rest.TryLiteral('-', lenient) || !rest.TryNumber(2, 2, out var day))
        {
            return false;
        }

        (parts.Year, parts.Month, parts.Day) = (year, month, day);
        return rest.IsAtEnd || ((rest.TryLiteral('T', false) || rest.TryBlanks()) && TryTime(ref rest, ref parts) && rest.IsAtEnd);
    }

    private static bool TryTime(ref DateText rest, ref DateParts parts)
    {
        if (!rest.TryNumber(2, 2, out var hour) || !rest.TryLiteral(':', false) || !rest.TryNumber(2, 2, out var minute))
        {
            return false;
        }

        (parts.Hour, parts.Minute) = (hour, minute);
        if (rest.TryLiteral(':', false))
        {
            if (!rest.TryNumber(2, 2, out var second))
            {
                return false;
            }

            parts.Second = second;
            if (rest.TryLiteral('.', false) || rest.TryLiteral(',', false))
            {
                if (!rest.TryFraction(out var microsecond))
                {
                    return false;
                }

                parts.Microsecond = microsecond;
            }
        }

        rest.TryBlanks();
        if (!rest.IsAtEnd && rest.TryOffset(out var offset))
        {
            parts.Offset = offset;
        }

        return true;
    }
}
