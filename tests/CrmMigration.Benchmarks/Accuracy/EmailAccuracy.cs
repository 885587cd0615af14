using System.Text.Json;
using CrmMigration.Clean.Emails;

namespace CrmMigration.Benchmarks.Accuracy;

/// <summary>Addresses that are clearly valid must be accepted, those that are clearly invalid refused.</summary>
internal static class EmailAccuracy
{
    public static IReadOnlyList<Measure> Of(CsvFile file)
    {
        var (accepted, refused) = (new Measure("e-mail: valid ones accepted"), new Measure("e-mail: invalid ones refused"));
        foreach (var row in file.Rows)
        {
            var address = JsonSerializer.Deserialize<string>(file.Field(row, "address_json")) ?? "";
            var cleaned = EmailAddress.Clean(address, new char[address.Length + EmailAddress.Growth]);
            var isValid = file.Field(row, "verdict") == "valid";
            (isValid ? accepted : refused).Add(isValid == cleaned.Length > 0, cleaned.Rule?.Code ?? file.Field(row, "category"), address);
        }

        return [accepted, refused];
    }
}
