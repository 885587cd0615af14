using System.Buffers;

namespace CrmMigration.Benchmarks.Accuracy;

/// <summary>
/// The parts of names. Letter case never counts, as a cleaner may tidy it. Files of cases differ in whether initials keep their dots and
/// whether a middle name belongs to the first, so the fair figure lets both pass, and the strict one neither.
/// </summary>
internal static class NameAccuracy
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"'()[]");

    public static IReadOnlyList<Measure> Of(CsvFile file)
    {
        var measures = new[] { "first and last", "first and last, to the dot", "middle", "suffix", "title" }.Select(part => new Measure($"names: {part}")).ToArray();
        foreach (var row in file.Rows)
        {
            var input = file.Field(row, "input");
            var expected = new NameParts(file.Field(row, "first"), file.Field(row, "middle"), file.Field(row, "last"), file.Field(row, "suffix"), file.Field(row, "title"));
            var asserted = file.Field(row, "asserted_fields").Split(';').ToHashSet();
            Add(measures, NameParts.Read(input), expected, asserted, input);
        }

        return measures;
    }

    private static void Add(Measure[] measures, NameParts read, NameParts expected, HashSet<string> asserted, string input)
    {
        var value = $"{input} -> {read}, not {expected}";
        var first = Same(read.First, expected.First) || (expected.Middle.Length == 0 && Same($"{read.First} {read.Middle}", expected.First));
        measures[0].Add(first && Same(read.Last, expected.Last), Kind(input), value);
        measures[1].Add(SameToTheDot(read.First, expected.First) && SameToTheDot(read.Last, expected.Last), Kind(input), value);
        foreach (var (measure, name, part, right) in new[]
                 {
                     (measures[2], "middle", read.Middle, expected.Middle), (measures[3], "suffix", read.Suffix, expected.Suffix),
                     (measures[4], "title", read.Title, expected.Title),
                 })
        {
            if (asserted.Contains(name))
            {
                measure.Add(Same(part, right), Kind(input), value);
            }
        }
    }

    private static bool Same(string one, string other) => SameToTheDot(Plain(one), Plain(other));

    private static bool SameToTheDot(string one, string other) => one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string part) => string.Join(' ', part.Replace(".", "", StringComparison.Ordinal).Replace(",", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Kind(string input) =>
        $"{(input.Contains(',', StringComparison.Ordinal) ? "with a comma" : "in natural order")}, {input.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length} words"
        + (input.AsSpan().ContainsAny(Quotes) ? ", quotes or brackets" : "")
        + (input.Split(' ').Any(word => word.TrimEnd('.', ',').Length == 1) ? ", an initial" : "")
        + (input.All(c => !char.IsLower(c)) ? ", in capitals" : input.All(c => !char.IsUpper(c)) ? ", in small letters" : "");
}
