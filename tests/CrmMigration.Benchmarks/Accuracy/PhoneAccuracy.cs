using CrmMigration.Clean.Phones;

namespace CrmMigration.Benchmarks.Accuracy;

/// <summary>Numbers must be told valid or not, and written in E.164 with their extension, as libphonenumber does.</summary>
internal static class PhoneAccuracy
{
    public static IReadOnlyList<Measure> Of(CsvFile file)
    {
        var all = new Measure("phone: validity, E.164 and extension agree");
        foreach (var row in file.Rows)
        {
            var (input, region) = (file.Field(row, "input"), file.Field(row, "default_region"));
            var result = Read(input, PhoneRegion.TryFind(region, out var known) ? known : null);
            var isValid = file.Field(row, "is_valid") == "true";
            var expected = isValid ? (file.Field(row, "e164_or_empty"), file.Field(row, "extension")) : ("", "");
            all.Add(result == expected, $"{region}: {(!isValid ? "not valid" : result.Number.Length == 0 ? "refused" : "another number")}", $"{input} -> {result}, not {expected}");
        }

        return [all];
    }

    private static (string Number, string Extension) Read(string input, PhoneRegion? region)
    {
        var text = new char[PhoneNumber.Room];
        var parts = PhoneNumber.Read(input, region, text);
        return (new(text.AsSpan()[parts.Number]), parts.NumberLength == 0 ? "" : new(text.AsSpan()[parts.Extension]));
    }
}
