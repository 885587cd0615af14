using CrmMigration.Clean.Emails;
using Xunit;

namespace CrmMigration.Tests.Clean.Emails;

public class InternationalDomains
{
    private static readonly EmailOptions AsAscii = new() { Domain = DomainForm.Ascii };

    [Theory]
    [InlineData("müller.de", "xn--mller-kva.de")]
    [InlineData("straße.example", "xn--strae-oqa.example")]
    [InlineData("пример.рф", "xn--e1afmkfd.xn--p1ai")]
    [InlineData("例え.jp", "xn--r8jz45g.jp")]
    [InlineData("उदाहरण.भारत", "xn--p1b6ci4b4b3a.xn--h2brj9c")]
    [InlineData("mail.bücher.example", "mail.xn--bcher-kva.example")]
    public void A_domain_has_two_forms_and_the_plan_says_which_is_written(string text, string ascii)
    {
        Assert.Equal(($"a@{text}", null), Cleaning.Email($"a@{ascii}"));
        Assert.Equal(($"a@{text}", null), Cleaning.Email($"a@{text.ToUpperInvariant().Replace("STRASSE", "straße", StringComparison.Ordinal)}"));
        Assert.Equal(($"a@{ascii}", null), Cleaning.Email($"a@{text}", AsAscii));
        Assert.Equal(($"a@{ascii}", null), Cleaning.Email($"a@{ascii.ToUpperInvariant()}", AsAscii));
    }

    [Theory]
    [InlineData("a@mu\u0308ller.de", "a@müller.de")]
    [InlineData("a@例え。jp", "a@例え.jp")]
    [InlineData("a@xn--99999999.de", "a@xn--99999999.de")]
    [InlineData("a@xn--.de", null)]
    [InlineData("a@xn--abc-.de", null)]
    [InlineData("a@\u0301b.de", null)]
    public void Both_spellings_of_a_letter_are_one_and_what_is_no_punycode_stays(string raw, string? address) =>
        Assert.Equal(address, Cleaning.Email(raw).Value);

    [Theory]
    [InlineData(54, true)]
    [InlineData(60, false)]
    public void A_label_is_measured_in_ascii(int letters, bool fits)
    {
        var cleaned = Cleaning.Email($"a@ü{new string('a', letters)}.de");

        Assert.Equal(fits ? null : "email.too-long", cleaned.Rule);
    }

    [Theory]
    [InlineData(32, null)]
    [InlineData(33, "email.too-long")]
    public void A_mailbox_is_measured_in_bytes(int letters, string? rule)
    {
        var cleaned = Cleaning.Email($"{new string('ö', letters)}@example.org");

        Assert.Equal(rule, cleaned.Rule);
    }

    // RFC 3492, 7.1.
    [Theory]
    [InlineData("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn")]
    [InlineData("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye")]
    [InlineData("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b")]
    [InlineData("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l")]
    [InlineData("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b")]
    public void Punycode_is_that_of_the_standard(string text, string code)
    {
        var (encoded, decoded) = (new char[63], new char[63]);

        Assert.Equal(code, new string(encoded, 0, Punycode.Encode(text, encoded)));
        Assert.Equal(text, new string(decoded, 0, Punycode.Decode(code, decoded)));
    }

    [Fact]
    public void Punycode_of_any_letters_is_read_back()
    {
        var random = new Random(20261126);
        for (var round = 0; round < 20_000; round++)
        {
            var label = "ü" + string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => RandomLetter(random)));
            var (encoded, decoded) = (new char[200], new char[200]);
            var length = Punycode.Encode(label, encoded);

            Assert.Equal(label, length > 63 ? label : new string(decoded, 0, Punycode.Decode(encoded.AsSpan(0, length), decoded)));
            Assert.InRange(Punycode.Decode(RandomCode(random), decoded), -1, 200);
        }
    }

    private static string RandomLetter(Random random) =>
        char.ConvertFromUtf32(random.Next(4) switch { 0 => random.Next('a', 'z'), 1 => random.Next(0xE0, 0x250), 2 => random.Next(0x3041, 0x9FFF), _ => random.Next(0x10000, 0x10FFFF) });

    private static string RandomCode(Random random) => new(random.GetItems<char>("abcxyz019-", random.Next(64)));
}
