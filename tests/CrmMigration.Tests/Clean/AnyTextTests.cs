using System.Text;
using CrmMigration.Clean.Emails;
using CrmMigration.Clean.Names;
using CrmMigration.Clean.Phones;
using Xunit;

namespace CrmMigration.Tests.Clean;

public class AnyTextTests
{
    private const string Alphabet =
        "aZxé09+@.,;:-/#'\"()[]&_ \t\r\n\u00A0\u0301\u1100\u1161\u11A8\u200B\u200D\u202E\u3000\uD800\uDC00\uFF20\uFF10\uFF0E٣İßΣ\0\uFFFF";

    private static readonly string[] Words =
        "van de y Dr. Jr. MD and at law et al ext tel +44 0121 @ O' J.Smith '' ( )".Split(' ');

    [Fact]
    public void Random_text_never_throws_and_a_cleaned_value_stays_as_it_is()
    {
        var random = new Random(20261122);

        for (var round = 0; round < 20_000; round++)
        {
            AssertHolds(round % 2 == 0 ? RandomCharacters(random) : RandomWords(random));
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("\"a ")]
    [InlineData("'a ")]
    [InlineData("@")]
    [InlineData("a.")]
    [InlineData("a@b.")]
    [InlineData("1")]
    [InlineData("tel ")]
    [InlineData("1 x")]
    [InlineData(", ")]
    [InlineData("Jr. ")]
    [InlineData("a, Jr. ")]
    [InlineData("y ")]
    [InlineData("a\u0301")]
    [InlineData("\uD800")]
    [InlineData("\u200B")]
    [InlineData("é-")]
    public void A_hundred_thousand_characters_take_linear_work(string part) => LinearWork.Assert(
        characters => new StringBuilder().Insert(0, part, characters / part.Length).Append('1').ToString(), 100_000, AssertHolds);

    [Fact]
    public void A_name_without_a_rule_has_lost_no_letter()
    {
        var random = new Random(20261122);
        var names = Enumerable.Range(0, 20_000).Select(_ => RandomWords(random));

        var silent = names.Where(raw => Cleaning.Name(raw) is { Rule: null } name && Letters(raw) != Letters(name.First + name.Last));

        Assert.Empty(silent);
    }

    [Fact]
    public void Common_values_allocate_nothing()
    {
        Assert.True(PhoneRegion.TryFind("US", out var region));
        var destination = new char[64 + EmailAddress.Growth];
        CleanCommon(region, destination);
        var before = GC.GetAllocatedBytesForCurrentThread();

        CleanCommon(region, destination);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(0, after - before);
    }

    private static void CleanCommon(PhoneRegion region, char[] destination)
    {
        EmailAddress.Clean(" John.Smith@Example.com", destination);
        EmailAddress.Clean("jane@gmial.com", destination);
        EmailAddress.Clean("Jane <jane@müller.de>", destination);
        EmailAddress.Clean("no address", destination);
        PhoneNumber.Clean("(201) 555-0123 ext. 7", region, destination);
        PhoneNumber.Clean("unknown", region, destination);
        PersonName.Clean("Dr. John \"Jack\" van der Berg, Jr.", destination);
        PersonName.Clean("JOSÉ NÚÑEZ", destination);
    }

    private static void AssertHolds(string raw)
    {
        var email = Cleaning.Email(raw);
        var name = Cleaning.Name(raw);
        foreach (var region in new[] { "US", "DE", "IT", "RU", "SG" })
        {
            var phone = Cleaning.Phone(raw, region);
            Assert.True(phone.Value is null || Cleaning.Phone(phone.Value, "FR") == (phone.Value, null), phone.Value);
            Assert.True(phone.Value is null or { Length: >= 6 and <= PhoneNumber.MostCharacters }, phone.Value);
        }

        Assert.True(email.Value is null || Cleaning.Email(email.Value) == (email.Value, null), email.Value);
        Assert.True(name.First is null || name.Last is not null);
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).Order()]);

    private static string RandomCharacters(Random random) => new(random.GetItems<char>(Alphabet, random.Next(40)));

    private static string RandomWords(Random random) =>
        string.Join(
            random.Next(4) == 0 ? "" : " ",
            random.GetItems(Words, random.Next(12)).Select(word => random.Next(9) == 0 ? word + "," : word));
}
