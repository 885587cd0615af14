namespace CrmMigration.Profile.Telling;

/// <summary>What cleaners say of a column's values.</summary>
public static class CleanerWords
{
    // A column whose values a cleaner takes that often holds nothing else.
    private const double Most = 80;

    private const int MostTold = 3;

    // Below it, a cleaner that the plan does not name says nothing.
    private const double Least = 20;

    /// <summary>Values that arrive whole.</summary>
    public static Share Accepted(CleanerShares cleaner)
    {
        var (one, other) = (cleaner.Unchanged, cleaner.Tidied);
        return one with
        {
            Values = one.Values + other.Values,
            Percent = one.Percent + other.Percent,
            Low = one.Low + other.Low,
            High = Math.Min(100, one.High + other.High),
        };
    }

    /// <summary>
    /// Whether the cleaner says what the column holds and there is something in it to clean. Most words could be a name, and most codes a number
    /// or a postal code, so these tell nothing.
    /// </summary>
    public static bool Tells(ColumnProfile column, CleanerShares cleaner) => Accepted(cleaner).Percent >= Most && cleaner.Cleaner switch
    {
        "email" or "date" => column.Codes is null,
        "phone" => column.Codes is null && !IsPlainNumbers(column),
        "country" or "boolean" => cleaner.Tidied.Values > 0,
        _ => false,
    };

    /// <summary><c>phone (US)</c>.</summary>
    public static string Name(CleanerShares cleaner) => cleaner.Settings is null ? cleaner.Cleaner : $"{cleaner.Cleaner} ({cleaner.Settings})";

    /// <summary>
    /// The cleaners worth telling of a column: the plan's first, then those that take a good part of its values, the best first. Of one cleaner
    /// with several settings, the best.
    /// </summary>
    public static IReadOnlyList<CleanerShares> Told(ColumnProfile column) =>
    [
        .. column.Cleaners
            .Where(cleaner => cleaner.IsPlanned || (cleaner.Cleaner != "personName" && Accepted(cleaner).Percent >= Least))
            .OrderByDescending(cleaner => cleaner.IsPlanned)
            .ThenByDescending(cleaner => Accepted(cleaner).Percent)
            .DistinctBy(cleaner => cleaner.Cleaner)
            .Take(MostTold),
    ];

    public static string Plural(string cleaner) => cleaner switch
    {
        "email" => "e-mail addresses",
        "phone" => "phone numbers",
        "personName" => "names of persons",
        "date" => "dates",
        "number" => "numbers",
        "boolean" => "yes or no",
        "country" => "countries",
        "postalCode" => "postal codes",
        _ => cleaner,
    };

    private static bool IsPlainNumbers(ColumnProfile column) =>
        column.Text is { } text && text.Shapes.Where(shape => shape.Name.All(c => char.IsAsciiDigit(c) || c is '(' or ')')).Sum(shape => shape.Share.Percent) > 100 - Most;
}
