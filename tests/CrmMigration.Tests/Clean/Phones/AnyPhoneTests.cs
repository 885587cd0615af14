using CrmMigration.Clean.Phones;
using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

/// <summary>Whatever stands in a phone field, cleaning it ends soon and well.</summary>
public class AnyPhoneTests
{
    private const string Alphabet =
        "0123456789009911+++()[]-./\\ ~#*xXeEtTnN,;:=&|ext'\"\t\r\n\u00A0\u00AD\u200B\u202A\u2013\uFF0B\uFF11\u0661\u0966доб\u0301ó\uD800\uDC00\0\uFFFF";

    private static readonly string[] Pieces =
    [
        "+", "+1", "+44", "00", "011", "0", "(0)", "201", "555", "0123", "20 7946 0018", "901820", " ", "-", "/", "(", ")", "ext", " x", "12", ";", ";ext=",
        ";phone-context=", "tel:", "+39", ";isub=", ",", " or ", "Tel.", "FLOWERS", "доб. ", "#", "\n", "E+", ".0", "\u0663", "１",
    ];

    private static readonly string[] Ordinary =
    [
        "(201) 555-0123", "+44 20 7946 0018", "011 49 (0)30 901820", "201-555-0123 ext. 12", "Tel. 201 555 0123", "1-800-FLOWERS", "555-1234", "n/a",
        "201 555 0123 / 201 555 0124", "201 555 0123 ask for Bob", "tel:7946-0018;phone-context=+44-20", "٢٠١٥٥٥٠١٢٣",
    ];

    [Fact]
    public void Random_text_never_throws_and_gives_a_number_that_stays_as_it_is()
    {
        var random = new Random(20261126);

        for (var round = 0; round < 60_000; round++)
        {
            var text = round % 2 == 0
                ? new string(random.GetItems<char>(Alphabet, random.Next(60)))
                : string.Concat(random.GetItems(Pieces, random.Next(9)));
            AssertHolds(text, PhoneRegion.Known[random.Next(PhoneRegion.Known.Count)]);
        }
    }

    [Theory]
    [InlineData("+")]
    [InlineData("(")]
    [InlineData("[(")]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("1/")]
    [InlineData("12345,")]
    [InlineData("1 x")]
    [InlineData("ext ")]
    [InlineData(";ext=")]
    [InlineData("/ x")]
    [InlineData(";phone-context=+1")]
    [InlineData("a")]
    [InlineData("\uD800")]
    [InlineData("\u0661")]
    [InlineData("\u200B")]
    public void A_hundred_thousand_characters_take_linear_work(string part) =>
        LinearWork.Assert(characters => Repeat(part, characters), 100_000, AssertHoldsOnBothSides);

    // The reader looks at no more than 250 characters.
    [Theory]
    [InlineData(249)]
    [InlineData(250)]
    [InlineData(251)]
    public void A_text_about_as_long_as_is_read_holds(int characters)
    {
        foreach (var part in (string[])["1", "1/", "1 x", ";ext=", "a", "\u0661"])
        {
            AssertHoldsOnBothSides(Repeat(part, characters));
        }
    }

    [Fact]
    public void Ordinary_values_allocate_nothing()
    {
        Assert.True(PhoneRegion.TryFind("US", out var region));
        var destination = new char[PhoneNumber.Room];
        CleanOrdinary(region, destination);
        var before = GC.GetAllocatedBytesForCurrentThread();

        CleanOrdinary(region, destination);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(0, after - before);
    }

    private static void CleanOrdinary(PhoneRegion region, char[] destination)
    {
        foreach (var text in Ordinary)
        {
            PhoneNumber.Clean(text, region, destination);
            PhoneNumber.Read(text, region, destination);
        }
    }

    private static string Repeat(string part, int characters) => string.Concat(Enumerable.Repeat(part, (characters / part.Length) + 1))[..(characters - 1)];

    private static void AssertHoldsOnBothSides(string text)
    {
        AssertHolds(text + "1", "DE");
        AssertHolds("1" + text, "DE");
    }

    private static void AssertHolds(string raw, string iso2)
    {
        Assert.True(PhoneRegion.TryFind(iso2, out var region));
        var (destination, again) = (new char[PhoneNumber.Room], new char[PhoneNumber.Room]);
        PhoneNumber.Suggest(raw, region, destination);
        var parts = PhoneNumber.Read(raw, region, destination);
        var number = destination.AsSpan()[parts.Number];
        Assert.True(parts is { NumberLength: 0, ExtensionLength: 0 } or { NumberLength: >= 5 and <= PhoneNumber.MostCharacters, ExtensionLength: <= 20 });
        Assert.False(number.Length == 0 && parts.Rule is null && raw.Any(char.IsAsciiDigit), "A value is cleared without a rule.");
        if (number.Length > 0)
        {
            foreach (var other in (PhoneRegion?[])[null, region])
            {
                Assert.Equal(new PhoneParts(number.Length, 0, null), PhoneNumber.Read(number, other, again));
                Assert.Equal(new string(number), new string(again, 0, number.Length));
            }
        }
    }
}
