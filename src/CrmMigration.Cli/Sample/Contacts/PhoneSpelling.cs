using CrmMigration.Cli.Sample.Customers;
using CrmMigration.Cli.Sample.Names;

namespace CrmMigration.Cli.Sample.Contacts;

/// <summary>
/// Writes a phone number as it comes into a CRM of the United States: home numbers in national or international form, foreign ones
/// always with + and calling code, or text that is no number.
/// </summary>
internal sealed class PhoneSpelling(ContactKey keys, ulong seed)
{
    private static readonly string?[] Nothing = [null, null, null, "", " "];
    private static readonly string[] Junk = ["n/a", "unknown", "12345", "call mobile", "N/A", "ask wife", "no phone"];

    public string? Write(Person person, CustomerDraft draft)
    {
        var random = new SplitMix64(seed, Purpose.PhoneSpelling, draft.Index);
        return draft.Phone switch
        {
            ContactUse.Missing => random.Pick<string?>(Nothing),
            ContactUse.Unusable => random.Pick<string>(Junk),
            _ => Good(keys.Of(draft.Phone, draft.Role.Person, draft.Role.Group), person.Culture.Home, ref random),
        };
    }

    private string Good(long key, Country home, ref SplitMix64 random)
    {
        var country = new SplitMix64(seed, Purpose.PhoneNumber, key).Chance(600) ? Country.UnitedStates : home;
        var range = NumberRanges.Of(country);
        var number = range.NumberAt(ContactKey.PhonePlace(key, range.Count, seed));
        var written = country == Country.UnitedStates ? AtHome(number, ref random) : Abroad(range.CallingCode, number, ref random);
        return random.Below(100) switch
        {
            < 3 => $" {written}",
            < 6 => $"{written} ",
            _ => written,
        };
    }

    private static string AtHome(string number, ref SplitMix64 random)
    {
        var (area, exchange, line) = (number[..3], number[3..6], number[6..]);
        return random.Below(10) switch
        {
            0 => number,
            1 => $"{area}.{exchange}.{line}",
            2 => $"{area} {exchange} {line}",
            3 => $"+1{number}",
            4 => $"+1 {area} {exchange} {line}",
            5 => $"+1 ({area}) {exchange}-{line}",
            6 => $"1-{area}-{exchange}-{line}",
            7 => $"{area}-{exchange}-{line}",
            _ => $"({area}) {exchange}-{line}",
        };
    }

    private static string Abroad(string callingCode, string number, ref SplitMix64 random) => random.Below(4) switch
    {
        0 => $"+{callingCode}{number}",
        1 => $"+{callingCode}-{number[..3]}-{number[3..]}",
        2 => $"+{callingCode} {number[..2]} {number[2..5]} {number[5..]}",
        _ => $"+{callingCode} {number[..4]} {number[4..]}",
    };
}
