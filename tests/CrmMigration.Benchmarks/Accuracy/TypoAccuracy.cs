using CrmMigration.Clean.Emails;

namespace CrmMigration.Benchmarks.Accuracy;

/// <summary>Mistyped domains must come out as they were meant, and all others as they were.</summary>
internal static class TypoAccuracy
{
    public static IReadOnlyList<Measure> Of(CsvFile file)
    {
        var (corrected, kept) = (new Measure("e-mail: typos corrected"), new Measure("e-mail: others left alone"));
        foreach (var row in file.Rows)
        {
            var (input, expected) = (file.Field(row, "input_email"), file.Field(row, "expected_email"));
            var destination = new char[input.Length + EmailAddress.Growth];
            var cleaned = EmailAddress.Clean(input, destination);
            var result = new string(destination, 0, cleaned.Length);
            var measure = file.Field(row, "kind") == "typo" ? corrected : kept;
            measure.Add(result == expected, cleaned.Length == 0 ? "cleared" : result == input.Trim() ? "not changed" : "changed otherwise", $"{input} -> {result}");
        }

        return [corrected, kept];
    }
}
