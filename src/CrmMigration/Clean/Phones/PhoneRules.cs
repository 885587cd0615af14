namespace CrmMigration.Clean.Phones;

/// <summary>Why a phone number was cleared, or kept without something.</summary>
internal static class PhoneRules
{
    public static readonly Rule NotANumber =
        new("phone.not-a-number", "The value has no phone number in it.");

    public static readonly Rule UnexpectedText =
        new("phone.unexpected-text", "The value mixes the digits with letters or signs that are no part of a phone number.");

    public static readonly Rule SeveralNumbers =
        new("phone.several-numbers", "The value seems to hold more than one phone number, and it is not clear which one counts.");

    public static readonly Rule TooShort =
        new("phone.too-short", "The number has too few digits for its country; the area code may be missing.");

    public static readonly Rule TooLong =
        new("phone.too-long", "The number has more digits than a number of its country can have.");

    public static readonly Rule NotAssigned =
        new("phone.not-assigned", "No number of its country begins like this one.");

    public static readonly Rule UnknownCountry =
        new("phone.unknown-country", "The number is written internationally, but its first digits are no country's calling code.");

    public static readonly Rule NoCountry =
        new("phone.no-country", "The number is not written internationally, and nothing tells which country it is of.");

    public static readonly Rule LettersDialled =
        new("phone.letters-dialled", "The letters of the number were turned into the digits of their keys.");

    public static readonly Rule TextLeftOut =
        new("phone.text-left-out", "The number was kept without the words beside it.");

    public static readonly Rule SecondNumberLeftOut =
        new("phone.second-number-left-out", "The value holds more than one phone number, and only the first one was kept.");

    public static readonly Rule ExtensionLeftOut =
        new("phone.extension-left-out", "The number was kept without its extension, because the extension has no column of its own.");

    public static IEnumerable<Rule> All =>
        [
            NotANumber, UnexpectedText, SeveralNumbers, TooShort, TooLong, NotAssigned, UnknownCountry, NoCountry,
            LettersDialled, TextLeftOut, SecondNumberLeftOut, ExtensionLeftOut,
        ];
}
