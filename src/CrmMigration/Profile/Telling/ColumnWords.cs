using System.Globalization;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Profile.Telling;

/// <summary>A column in a few words, shared by the terminal and the page.</summary>
public static class ColumnWords
{
    private const int ShapesNamed = 3;
    private const int CodesNamed = 6;

    /// <summary><c>312,000</c>; <c>≈ 312,000</c> where it is estimated, <c>≥ 312,000</c> of a sample.</summary>
    public static string Distinct(ColumnProfile column) => column.Distinct switch
    {
        null => "–",
        { OfSample: true } distinct => $"≥ {Figures.Count(distinct.Values)}",
        { ErrorPercent: > 0 } distinct => $"≈ {Figures.Count(ThreeDigits(distinct.Values))}",
        { } distinct => Figures.Count(distinct.Values),
    };

    /// <summary><c>2–36, average 13.8</c> characters.</summary>
    public static string Lengths(TextProfile text) => text.Shortest == text.Longest
        ? Figures.Count(text.Longest)
        : string.Create(CultureInfo.InvariantCulture, $"{Figures.Count(text.Shortest)}–{Figures.Count(text.Longest)}");

    /// <summary>What stands in it: its codes, its ends, or its most frequent shapes.</summary>
    public static string Holds(ColumnProfile column) => column switch
    {
        { Codes: { } codes } => string.Join(", ", codes.Take(CodesNamed).Select(Named)) + (codes.Count > CodesNamed ? ", …" : ""),
        { Lowest: { } lowest, Highest: { } highest } => lowest == highest ? Exact(lowest) : $"{Exact(lowest)} to {Exact(highest)}",
        { Text.Shapes: { Count: > 0 } shapes } => string.Join(", ", shapes.Take(ShapesNamed).Select(Named)),
        _ => "",
    };

    /// <summary>Where the plan takes it: <c>first_name, last_name by personName</c>; empty where it stays behind.</summary>
    public static string Moves(ColumnProfile column) => column.MovesTo.Count == 0
        ? ""
        : $"{string.Join(", ", column.MovesTo)}{(column.Transforms.Count > 0 ? $" by {string.Join(", ", column.Transforms)}" : "")}";

    /// <summary>Whatever is odd about its values, one short phrase each.</summary>
    public static IReadOnlyList<string> Oddities(ColumnProfile column)
    {
        var found = new List<string>();
        if (column.Placeholders.Count > 0)
        {
            found.Add($"placeholders: {string.Join(", ", column.Placeholders.Take(CodesNamed).Select(Named))}");
        }

        Add(found, column.NotNumbers, "NaN in");
        Add(found, column.Infinite, "infinity in");
        if (column.Text is { } text)
        {
            Add(found, text.Garbled, "wrong encoding");
            Add(found, text.ControlCharacters, "control or invisible characters");
            Add(found, text.Padded, "blank space around");
            Add(found, text.DoubleSpaces, "double spaces");
            Add(found, text.AllCapitals, column.Codes is not null || text.AllCapitals.Values == text.AllCapitals.Of ? "" : "all capitals");
        }

        return found;
    }

    /// <summary><c>Aa+ Aa+ 78.1 %</c>.</summary>
    public static string Named(NamedShare named) => $"{(named.Name.Length == 0 ? "(empty)" : named.Name)} {Figures.Share(named.Share.Values, named.Share.Of)}";

    private static void Add(List<string> found, Share share, string what)
    {
        if (share.Values > 0 && what.Length > 0)
        {
            found.Add($"{what} {ShareWords.Interval(share)}");
        }
    }

    private static void Add(List<string> found, long rows, string what)
    {
        if (rows > 0)
        {
            found.Add($"{what} {Figures.Counted(rows, "row")}");
        }
    }

    private static string Exact(string end) => Figures.Exact(end);

    private static long ThreeDigits(long value)
    {
        var unit = (long)Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, value))) - 2));
        return value / unit * unit;
    }
}
