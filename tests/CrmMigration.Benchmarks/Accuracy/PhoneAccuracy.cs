using CrmMigration.Clean;

namespace CrmMigration.Benchmarks.Accuracy;

/// <summary>Numbers must be told valid or not, and written in E.164, as libphonenumber does.</summary>
internal static class PhoneAccuracy
{
    public static IReadOnlyList<Measure> Of(CsvFile file)
    {
        var all = new Measure("phone: validity and E.164 agree");
        foreach (var row in file.Rows)
        {
            var (input, region) = (file.Field(row, "input"), file.Field(row, "default_region"));
            var destination = new char[Math.Max(64, input.Length + 8)];
            var cleaned = PhoneRegion.TryFind(region, out var known) ? PhoneNumber.Clean(input, known, destination) : default;
            var result = new string(destination, 0, cleaned.Length);
            var expected = file.Field(row, "is_valid") == "true" ? file.Field(row, "e164_or_empty") : "";
            all.Add(result == expected, $"{region}: {(expected.Length == 0 ? "not valid" : result.Length == 0 ? "refused" : "another number")}", $"{input} -> {result}, not {expected}");
        }

        return [all];
    }
}
