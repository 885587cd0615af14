using CrmMigration.Cli.Sample.Customers;
using CrmMigration.Cli.Sample.Names;

namespace CrmMigration.Cli.Sample.Contacts;

/// <summary>Writes an e-mail address as it comes into a CRM: with capitals and spaces around it, or broken beyond use.</summary>
internal sealed class EmailSpelling(EmailAddresses addresses, ulong seed)
{
    private static readonly string?[] Nothing = [null, null, null, "", "  "];

    public string? Write(Person person, CustomerDraft draft)
    {
        var random = new SplitMix64(seed, Purpose.EmailSpelling, draft.Index);
        return draft.Email switch
        {
            ContactUse.Missing => random.Pick<string?>(Nothing),
            ContactUse.Unusable => Broken(person, ref random),
            _ => Untidy(addresses.AddressOf(draft.Email, draft.Role, person), ref random),
        };
    }

    private static string Broken(Person person, ref SplitMix64 random) => random.Below(6) switch
    {
        0 => $"{person.GivenLetters}.{person.FamilyLetters}.example.com",
        1 => $"{person.GivenLetters}@@example.org",
        2 => $"{person.GivenLetters}@{person.FamilyLetters}@example.net",
        3 => $"{person.GivenLetters} {person.FamilyLetters}@example.com",
        4 => $"{person.GivenLetters}@example",
        _ => "@example.com",
    };

    private static string Untidy(string address, ref SplitMix64 random) => random.Below(100) switch
    {
        < 6 => address.ToUpperInvariant(),
        < 14 => $"{char.ToUpperInvariant(address[0])}{address[1..]}",
        < 18 => WithLoudDomain(address),
        < 22 => $" {address}",
        < 27 => $"{address} ",
        < 29 => $"  {address}  ",
        _ => address,
    };

    private static string WithLoudDomain(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return $"{address[..at]}{address[at..].ToUpperInvariant()}";
    }
}
