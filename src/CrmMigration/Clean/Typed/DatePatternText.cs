namespace CrmMigration.Clean.Typed;

/// <summary>Reads a date's pattern, and says in words what is wrong with one.</summary>
internal static class DatePatternText
{
    private const string Letters = "d (day), M (month), y (year), H (hour), h (hour with AM or PM), m (minute), s (second), f (fraction), t (AM or PM), z (offset)";

    public static DateElement[] Read(string text, out string fault)
    {
        var elements = new List<DateElement>();
        fault = "";
        for (var i = 0; i < text.Length && fault.Length == 0;)
        {
            i += text[i] is '\'' or '"' ? Quoted(text, i, elements, ref fault) : Run(text, i, elements, ref fault);
        }

        return [.. elements.Select((element, i) => Exact(element, IsNumber(elements, i - 1) || IsNumber(elements, i + 1)))];
    }

    /// <summary>What keeps the pieces from being a whole date; null for nothing.</summary>
    public static string? FaultOf(DateElement[] elements, int? pivot)
    {
        bool Has(params DatePart[] parts) => elements.Any(element => parts.Contains(element.Part));
        var twice = elements.Where(element => element.Part is not (DatePart.Literal or DatePart.Blank or DatePart.Weekday))
            .GroupBy(element => Kind(element.Part)).FirstOrDefault(group => group.Count() > 1);
        return twice is not null ? $"the {twice.Key} stands twice"
            : !Has(DatePart.Month, DatePart.MonthName) && Has(DatePart.Minute) && !Has(DatePart.Hour, DatePart.HalfDayHour)
                ? "it has minutes (m) and no month; write M for the month"
            : !Has(DatePart.Day) ? "it has no day (d)"
            : !Has(DatePart.Month, DatePart.MonthName) ? "it has no month (M)"
            : !Has(DatePart.Year, DatePart.ShortYear) ? "it has no year (yyyy)"
            : Has(DatePart.HalfDayHour) != Has(DatePart.HalfDay) ? "h goes with tt (AM or PM); write H for an hour of twenty-four"
            : Has(DatePart.Minute, DatePart.Second, DatePart.Fraction, DatePart.Offset) && !Has(DatePart.Hour, DatePart.HalfDayHour)
                ? "it has a part of a time and no hour (H)"
            : Has(DatePart.ShortYear) && pivot is null
                ? "it has years of two digits and no \"pivot\", the first of the hundred years that they may mean"
            : null;
    }

    private static bool IsNumber(List<DateElement> elements, int i) => i >= 0 && i < elements.Count && elements[i].IsNumber;

    // Where digits touch digits, only their number parts them.
    private static DateElement Exact(DateElement element, bool touches) =>
        element.IsNumber && touches ? element with { Least = element.Most } : element;

    private static int Quoted(string text, int start, List<DateElement> elements, ref string fault)
    {
        var end = text.IndexOf(text[start], start + 1);
        if (end < 0)
        {
            fault = $"the quote at character {start + 1} is not closed";
            return text.Length;
        }

        elements.AddRange(text[(start + 1)..end].Select(c => new DateElement(DatePart.Literal, Literal: c)));
        return end + 1 - start;
    }

    private static int Run(string text, int start, List<DateElement> elements, ref string fault)
    {
        var c = text[start];
        var length = text.Length - start - text.AsSpan(start).TrimStart(c).Length;
        if (char.IsWhiteSpace(c))
        {
            elements.Add(new(DatePart.Blank));
        }
        else if (!char.IsAsciiLetter(c) || c is 'T')
        {
            elements.AddRange(Enumerable.Repeat(new DateElement(DatePart.Literal, Literal: c), length));
        }
        else if (Element(c, length) is { } element)
        {
            elements.Add(element);
        }
        else
        {
            fault = $"{new string(c, length)} means nothing; the letters are {Letters}; others stand in quotes";
        }

        return length;
    }

    private static DateElement? Element(char c, int length) => (c, length) switch
    {
        ('d', 1 or 2) => new(DatePart.Day, 1, 2),
        ('d', 3 or 4) => new(DatePart.Weekday),
        ('M', 1 or 2) => new(DatePart.Month, 1, 2),
        ('M', 3 or 4) => new(DatePart.MonthName),
        ('y', 2) => new(DatePart.ShortYear, 2, 2),
        ('y', 4) => new(DatePart.Year, 4, 4),
        ('H', 1 or 2) => new(DatePart.Hour, 1, 2),
        ('h', 1 or 2) => new(DatePart.HalfDayHour, 1, 2),
        ('m', 1 or 2) => new(DatePart.Minute, 1, 2),
        ('s', 1 or 2) => new(DatePart.Second, 1, 2),
        ('f' or 'F' or 'S', <= 9) => new(DatePart.Fraction, 1, 9),
        ('t', 1 or 2) or ('a', 1) => new(DatePart.HalfDay),
        ('z', <= 3) or ('Z', <= 3) or ('K', 1) or ('X', <= 3) => new(DatePart.Offset),
        _ => null,
    };

    private static string Kind(DatePart part) => part switch
    {
        DatePart.Month or DatePart.MonthName => "month",
        DatePart.Year or DatePart.ShortYear => "year",
        DatePart.Hour or DatePart.HalfDayHour => "hour",
        DatePart.HalfDay => "AM or PM",
        _ => part.ToString().ToLowerInvariant(),
    };
}
