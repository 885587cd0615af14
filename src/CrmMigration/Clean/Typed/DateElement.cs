namespace CrmMigration.Clean.Typed;

/// <summary>One piece of a date's pattern.</summary>
/// <param name="Least">The fewest digits.</param>
/// <param name="Most">The most digits.</param>
/// <param name="Literal">The character itself, where it stands for itself.</param>
internal readonly record struct DateElement(DatePart Part, int Least = 0, int Most = 0, char Literal = '\0')
{
    public bool IsNumber => Part is not (DatePart.Literal or DatePart.Blank or DatePart.MonthName or DatePart.HalfDay or DatePart.Offset
        or DatePart.Weekday);
}
