namespace CrmMigration.Clean.Typed;

/// <summary>
/// A pattern in the letters that .NET and ICU share: d dd M MM MMM yy yyyy H HH h m s f tt z. Everything that is no letter stands for itself,
/// and so does what is in quotes; a blank stands for any blank space. Days, months and times of two digits may have one where something
/// other than a digit follows and precedes.
/// </summary>
internal sealed class DatePattern : DateFormat
{
    private readonly DateElement[] elements;
    private readonly int pivot;

    private DatePattern(DateElement[] elements, int pivot)
    {
        this.elements = elements;
        this.pivot = pivot;
    }

    public override bool HasTime => elements.Any(element => element.Part is DatePart.Hour or DatePart.HalfDayHour);

    public override bool HasShortYear => elements.Any(element => element.Part == DatePart.ShortYear);

    /// <summary>Null, and what is wrong, for a text that is no pattern of a whole date.</summary>
    public static DatePattern? Parse(string text, int? pivot, out string fault)
    {
        var elements = DatePatternText.Read(text, out fault);
        if (fault.Length == 0)
        {
            fault = DatePatternText.FaultOf(elements, pivot) ?? "";
        }

        return fault.Length == 0 ? new(elements, pivot ?? 0) : null;
    }

    internal override bool TryMatch(ReadOnlySpan<char> text, bool lenient, out DateParts parts)
    {
        parts = default;
        var rest = new DateText(text);
        for (var i = 0; i < elements.Length; i++)
        {
            var element = elements[i];
            var isRead = element.IsNumber ? TryNumber(element, ref rest, ref parts)
                : element.Part == DatePart.Literal ? rest.TryLiteral(element.Literal, lenient)
                : TryOther(element.Part, i + 1 < elements.Length && elements[i + 1].Literal == '.', ref rest, ref parts);
            if (!isRead)
            {
                return false;
            }
        }

        return rest.IsAtEnd;
    }

    private static bool TryOther(DatePart part, bool dotFollows, ref DateText rest, ref DateParts parts)
    {
        switch (part)
        {
            case DatePart.MonthName:
                parts.Month = rest.TryWord(dotFollows, out var month) ? MonthNames.Find(month) : 0;
                return parts.Month > 0;
            case DatePart.HalfDay:
                var isHalf = rest.TryHalfDay(out var isAfternoon);
                parts.IsAfternoon = isAfternoon;
                return isHalf;
            case DatePart.Offset:
                var isOffset = rest.TryOffset(out var minutes);
                parts.Offset = minutes;
                return isOffset;
            case DatePart.Weekday:
                return rest.TryWord(dotFollows, out _);
            default:
                return rest.TryBlanks();
        }
    }

    private bool TryNumber(DateElement element, ref DateText rest, ref DateParts parts)
    {
        if (element.Part == DatePart.Fraction)
        {
            var isRead = rest.TryFraction(out var microsecond);
            parts.Microsecond = microsecond;
            return isRead;
        }

        if (!rest.TryNumber(element.Least, element.Most, out var number))
        {
            return false;
        }

        _ = element.Part switch
        {
            DatePart.Day => parts.Day = number,
            DatePart.Month => parts.Month = number,
            DatePart.Year => parts.Year = number,
            DatePart.ShortYear => parts.Year = InWindow(number),
            DatePart.Minute => parts.Minute = number,
            DatePart.Second => parts.Second = number,
            _ => parts.Hour = number,
        };
        return true;
    }

    private int InWindow(int year) => pivot + ((year + 100 - (pivot % 100)) % 100);
}
