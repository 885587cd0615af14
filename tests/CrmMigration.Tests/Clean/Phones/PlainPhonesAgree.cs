using System.Text;
using CrmMigration.Clean.Phones;
using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

/// <summary>What the shortcut takes for plain, the general cleaner cleans to the same.</summary>
public class PlainPhonesAgree
{
    private static readonly string[] Pieces = ["+", "0", "00", "49", "30", "901820", "171", " ", "-", ".", "(", ")", ".0", "5", "/", "a"];

    [Fact]
    public void On_numbers_of_all_regions()
    {
        var written = new WrittenNumbers(20261127);
        var texts = WrittenNumbers.Regions.SelectMany(region => written.Of(region, 40)).ToList();

        var plain = texts.Count(text => IsPlain(text.Text, text.Region));

        Assert.InRange(plain, 1_000, texts.Count / 2);
    }

    [Fact]
    public void On_pieces_of_numbers()
    {
        var random = new Random(20261127);
        var texts = Enumerable.Range(0, 50_000).Select(_ => string.Concat(random.GetItems(Pieces, random.Next(1, 8)))).ToList();

        var plain = texts.Count(text => IsPlain(text, "DE"));

        Assert.InRange(plain, 2_000, texts.Count / 2);
    }

    private static bool IsPlain(string text, string iso2)
    {
        Assert.True(PhoneRegion.TryFind(iso2, out var region));
        var (quick, general) = (new char[PhoneNumber.MostCharacters], new char[PhoneNumber.MostCharacters]);
        var length = PlainPhone.Clean(Encoding.UTF8.GetBytes(text), region, quick);
        if (length > 0)
        {
            var cleaned = PhoneNumber.Clean(text, region, general);
            Assert.Equal((text, new string(quick, 0, length), null), (text, new string(general, 0, cleaned.Length), cleaned.Rule));
        }

        return length > 0;
    }
}
