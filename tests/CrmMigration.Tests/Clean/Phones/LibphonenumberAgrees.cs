using System.Globalization;
using PhoneNumbers;
using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

/// <summary>
/// The number, its validity and its extension are those of libphonenumber (its port to C#, of the time of the plans), over all regions.
/// </summary>
public class LibphonenumberAgrees
{
    private const int TextsOfARegion = 220;
    private const int RandomNumbers = 200_000;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    [Fact]
    public void On_numbers_of_all_regions_as_people_write_them()
    {
        var written = new WrittenNumbers(20261126);
        var valid = 0;

        foreach (var (text, region) in WrittenNumbers.Regions.SelectMany(region => written.Of(region, TextsOfARegion)))
        {
            valid += AssertAgrees(text, region);
        }

        Assert.InRange(valid, 20_000, 50_000);
    }

    [Fact]
    public void On_any_digits()
    {
        var random = new Random(20261126);
        var valid = 0;

        for (var i = 0; i < RandomNumbers; i++)
        {
            var region = WrittenNumbers.Regions[random.Next(WrittenNumbers.Regions.Count)];
            var digits = string.Concat(Enumerable.Range(0, random.Next(3, 16)).Select(_ => random.Next(10)));
            var code = Library.GetCountryCodeForRegion(region);
            valid += AssertAgrees(random.Next(5) switch { 0 => $"+{digits}", 1 => $"+{code}{digits}", 2 => $"0{digits}", 3 => $"{code}{digits}", _ => digits }, region);
        }

        Assert.InRange(valid, 5_000, 50_000);
    }

    /// <summary>The library leaves the digits of extensions as they are written.</summary>
    internal static string InAsciiDigits(string digits) =>
        string.Concat(digits.Select(digit => CharUnicodeInfo.GetDecimalDigitValue(digit).ToString(CultureInfo.InvariantCulture)));

    /// <summary>Only this product still knows the prefixes that Mexico gave up.</summary>
    internal static bool IsOlderMexican(string expected, string number) => expected.Length == 0 && number.StartsWith("+52", StringComparison.Ordinal);

    private static int AssertAgrees(string text, string region)
    {
        var expected = Read(text, region);
        var (number, extension, _) = Cleaning.PhoneParts(text, region);
        Assert.True(expected == (number, extension) || IsOlderMexican(expected.Number, number), $"{text} in {region}: {number} x {extension} where libphonenumber has {expected}.");
        return number.Length > 0 ? 1 : 0;
    }

    private static (string Number, string Extension) Read(string text, string region)
    {
        try
        {
            var number = Library.Parse(text, region);
            var written = Library.Format(number, PhoneNumberFormat.E164);
            return Library.IsValidNumber(number) && written.Length <= CrmMigration.Clean.Phones.PhoneNumber.MostCharacters ? (written, InAsciiDigits(number.Extension)) : ("", "");
        }
        catch (NumberParseException)
        {
            return ("", "");
        }
    }
}
