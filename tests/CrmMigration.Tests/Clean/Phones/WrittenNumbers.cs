using System.Globalization;
using PhoneNumbers;

namespace CrmMigration.Tests.Clean.Phones;

/// <summary>
/// Phone numbers of every region as people write them: examples of every type, some with other digits or a wrong length, in national and
/// international spellings, with extensions and what gathers around numbers in address books.
/// </summary>
internal sealed class WrittenNumbers(int seed)
{
    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();
    private static readonly PhoneNumberType[] Types = Enum.GetValues<PhoneNumberType>();
    private static readonly string[] Labels = [" x", " ext. ", " ext", " extension ", " #", ";ext=", ", ", " доб. ", " int ", " anexo ", " ~", ",,", ";", " Extn:"];

    private readonly Random random = new(seed);

    public static IReadOnlyList<string> Regions { get; } = [.. Library.GetSupportedRegions().Order(StringComparer.Ordinal)];

    /// <summary>Texts with the region that each is to be read in: its own, or now and then another.</summary>
    public IEnumerable<(string Text, string Region)> Of(string region, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var example = Example(region);
            var digits = Changed(Library.GetNationalSignificantNumber(example));
            var from = random.Next(6) == 0 ? Regions[random.Next(Regions.Count)] : region;
            yield return (Surrounded(WithExtension(Separated(Spelled(example.CountryCode, digits, from)))), from);
        }
    }

    private PhoneNumber Example(string region)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            if (Library.GetExampleNumberForType(region, Types[random.Next(Types.Length)]) is { CountryCode: > 0 } example)
            {
                return example;
            }
        }

        return Library.GetExampleNumber(region);
    }

    private string Changed(string number)
    {
        var digits = number.ToCharArray();
        for (var changes = random.Next(4) == 0 ? 0 : random.Next(1, 5); changes > 0; changes--)
        {
            digits[random.Next(random.Next(3) == 0 ? 0 : digits.Length / 2, digits.Length)] = (char)('0' + random.Next(10));
        }

        var changed = new string(digits);
        return random.Next(12) switch
        {
            0 => changed[..^1],
            1 => changed + random.Next(10),
            2 => changed + random.Next(100, 1000),
            3 => changed[..Math.Max(2, changed.Length - 3)],
            _ => changed,
        };
    }

    private string Spelled(int code, string digits, string from)
    {
        var number = new PhoneNumber.Builder().SetCountryCode(code).SetNationalNumber(ulong.Parse(digits, CultureInfo.InvariantCulture));
        var zeros = digits.Length - digits.TrimStart('0').Length;
        if (zeros > 0 && zeros < digits.Length)
        {
            number.SetNumberOfLeadingZeros(zeros);
        }

        var built = number.Build();
        return random.Next(9) switch
        {
            0 => $"+{code}{digits}",
            1 => Library.Format(built, PhoneNumberFormat.INTERNATIONAL),
            2 => Library.Format(built, PhoneNumberFormat.RFC3966),
            3 => $"{code}{digits}",
            4 => $"00{code}{digits}",
            5 => digits,
            6 => $"0{digits}",
            7 => Library.FormatOutOfCountryCallingNumber(built, from),
            _ => Library.Format(built, PhoneNumberFormat.NATIONAL),
        };
    }

    private string WithExtension(string text) =>
        random.Next(4) == 0 ? text + Labels[random.Next(Labels.Length)] + random.Next(1, random.Next(2) == 0 ? 100_000 : 1000) : text;

    private string Separated(string text) => random.Next(12) switch
    {
        0 => text.Replace(' ', '-'),
        1 => text.Replace(" ", "", StringComparison.Ordinal),
        2 => text.Replace(' ', '.'),
        3 => text.Replace(' ', '\u00A0'),
        4 => text.Replace('-', '\u2013'),
        5 => text.Replace(" ", "\u200B", StringComparison.Ordinal),
        _ => text,
    };

    private string Surrounded(string text) => random.Next(16) switch
    {
        0 => $"Tel: {text}",
        1 => $"  {text} ",
        2 => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '\uFF10') : c)),
        3 => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '\u0660') : c)),
        4 => $"\u202A{text}\u202C",
        5 => $"({text})",
        6 => $"'{text}",
        7 => $"{text}.",
        _ => text,
    };
}
