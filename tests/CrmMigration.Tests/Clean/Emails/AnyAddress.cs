using CrmMigration.Clean.Emails;
using Xunit;

namespace CrmMigration.Tests.Clean.Emails;

public class AnyAddress
{
    private static readonly string[] Pieces =
    [
        "jane", "J.", "@", "@@", ".", ",", ";", "<", ">", "\"", "'", "mailto:", "gmail", "gmial", "hotmail", "yaho", "com", "con", "co", "uk", "om",
        "www.", "xn--", "xn--mller-kva", "müller", "u\u0308", "ß", "İ", "例え", "。", "-", "a", "3", " ", "\t", "\n", "\uD83D\uDE00", "\uD800", "\u200D",
        "(at)", "[", "]", "?", "co<", ".com", "@gmail.com", "\\",
    ];

    private static readonly EmailOptions[] Options =
    [
        default, new() { Domain = DomainForm.Ascii, TakesQuoted = true }, new() { Typos = TypoHandling.Keep }, new() { Typos = TypoHandling.Suggest, TakesQuoted = true },
    ];

    [Fact]
    public void Is_cleaned_once_for_all_and_never_throws()
    {
        var random = new Random(20261126);
        for (var round = 0; round < 100_000; round++)
        {
            var raw = string.Concat(random.GetItems(Pieces, random.Next(1, 12)));
            foreach (var options in Options)
            {
                AssertCleanedForAll(raw, options);
            }
        }
    }

    [Fact]
    public void Near_a_provider_is_cleaned_once_for_all()
    {
        var random = new Random(20261127);
        string[] domains = ["gmail.com", "hotmail.co.uk", "yahoo.com", "comcast.net", "t-online.de", "libero.it", "googlemail.com", "example.com"];
        for (var round = 0; round < 100_000; round++)
        {
            var domain = domains[round % domains.Length].ToCharArray().ToList();
            for (var slip = random.Next(4); slip > 0; slip--)
            {
                var at = random.Next(domain.Count);
                domain[at] = (char)random.Next('a', 'z' + 1);
                domain.Insert(random.Next(domain.Count), random.Next(5) == 0 ? '.' : domain[at]);
                domain.RemoveAt(random.Next(domain.Count));
            }

            AssertCleanedForAll($"jane@{string.Concat(domain)}", default);
        }
    }

    [Theory]
    [InlineData("<")]
    [InlineData("\"")]
    [InlineData("'a@b.de' ")]
    [InlineData("mailto:")]
    [InlineData("@")]
    [InlineData("xn--a.")]
    [InlineData("ü.")]
    [InlineData("ü")]
    [InlineData("\\\"")]
    [InlineData("gmail.")]
    public void Of_a_hundred_thousand_characters_takes_linear_work(string part)
    {
        foreach (var around in (string[])["{0}", "a@{0}", "{0}@b.de", "\"{0}\"@b.de", "<{0}>"])
        {
            LinearWork.Assert(
                characters => around.Replace("{0}", string.Concat(Enumerable.Repeat(part, characters / part.Length)), StringComparison.Ordinal),
                100_000,
                raw => Array.ForEach(Options, options => AssertCleanedForAll(raw, options)));
        }
    }

    private static void AssertCleanedForAll(string raw, EmailOptions options)
    {
        var (value, rule) = Cleaning.Email(raw, options);
        var again = value is null ? (null, null) : Cleaning.Email(value, options);

        Assert.True(value is not null || rule is not null || raw.All(c => char.IsWhiteSpace(c) || c == '\u200D'), raw);
        Assert.Equal((value, value is null || options.Typos != TypoHandling.Suggest ? null : again.Rule), again);
        Assert.True(Cleaning.SuggestedEmail(raw) is not { } suggestion || Cleaning.Email(suggestion).Value == suggestion, raw);
    }
}
