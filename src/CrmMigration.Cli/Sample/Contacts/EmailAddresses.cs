using CrmMigration.Cli.Sample.Customers;
using CrmMigration.Cli.Sample.Names;

namespace CrmMigration.Cli.Sample.Contacts;

/// <summary>
/// Good addresses under the domains that RFC 2606 reserves. No two keys have the same one: a number, which no name ends with,
/// stands before the @ and differs within each domain.
/// </summary>
internal sealed class EmailAddresses(ContactKey keys, ulong seed)
{
    private static readonly string[] Providers =
        ["mail.example.com", "post.example.net", "inbox.example.org", "webmail.example.com", "freemail.test", "home.example.net"];

    private static readonly string[] Offices = ["info", "office", "sales", "contact"];
    private static readonly string[] Tops = ["example.com", "example.org", "example.net", "test"];
    private static readonly string[] FirstWords = Words("""
        blue green red golden silver north south east west bright clear grand little new old prime quick quiet royal solid stone sunny
        swift true urban vivid warm wild wise young
        """);

    private static readonly string[] SecondWords = Words("""
        anchor arbor bay bridge brook canyon cedar cliff cove creek dale dune falcon field forest garden gate grove harbor heron hill
        island lake lantern maple meadow mill oak orchard peak pine pond port ridge river sail shore spring summit valley
        """);

    private static readonly long DomainCount = FirstWords.Length * SecondWords.Length * Tops.Length;

    public string AddressOf(ContactUse use, CustomerRole role, Person person)
    {
        var key = keys.Of(use, role.Person, role.Group);
        var number = keys.AddressNumber(key, seed);
        var random = new SplitMix64(seed, Purpose.EmailAddress, key);
        if (use == ContactUse.Shared && role.Kind == CustomerKind.Colleague)
        {
            return $"{random.Pick<string>(Offices)}@{Company(number)}{number}.{Tops[number % Tops.Length]}";
        }

        var local = use == ContactUse.Shared ? $"family.{person.FamilyLetters}" : LocalPart(person, ref random);
        return random.Chance(600)
            ? $"{local}{number}@{random.Pick<string>(Providers)}"
            : $"{local}{Blank(number / DomainCount)}@{Company(number)}.{Tops[number % Tops.Length]}";
    }

    private static string LocalPart(Person person, ref SplitMix64 random) => random.Below(6) switch
    {
        0 => person.GivenLetters,
        1 => $"{person.GivenLetters[0]}{person.FamilyLetters}",
        2 => $"{person.FamilyLetters}.{person.GivenLetters}",
        3 => $"{person.GivenLetters}_{person.FamilyLetters}",
        _ => $"{person.GivenLetters}.{person.FamilyLetters}",
    };

    private static string Company(long number)
    {
        var rest = number / Tops.Length;
        return $"{FirstWords[rest % FirstWords.Length]}-{SecondWords[rest / FirstWords.Length % SecondWords.Length]}";
    }

    private static string Blank(long number) => number == 0 ? "" : $"{number}";

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
