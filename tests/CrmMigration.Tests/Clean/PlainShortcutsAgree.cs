using System.Text;
using CrmMigration.Clean.Emails;
using CrmMigration.Clean.Names;
using CrmMigration.Clean.Phones;
using Xunit;

namespace CrmMigration.Tests.Clean;

/// <summary>What a shortcut takes for plain, the general cleaner must clean to the same.</summary>
public class PlainShortcutsAgree
{
    private static readonly string[] Pieces =
        ["ann", "Ann", "ANN", "Lee", "McDonald", "van", "der", "de", "Jr.", "III", "Dr.", "o'Hara", " ", "  ", "@", ".", "-", "example.com", "Mail.Example.ORG", "gmial.com", "Gmail.com", "hotmail", ".con", "xn--a", "x", "+1", "(415)", "230", "0123", "4155", "1-", "ext", "\u00e9", "\t"];

    [Fact]
    public void On_names_and_addresses_and_phones()
    {
        Assert.True(PhoneRegion.TryFind("US", out var region));
        var random = new Random(20261123);
        var plain = (Names: 0, Emails: 0, Phones: 0);
        for (var i = 0; i < 200_000; i++)
        {
            var text = string.Concat(random.GetItems(Pieces, random.Next(1, 6)));
            var bytes = Encoding.UTF8.GetBytes(text);
            plain.Names += Name(text, bytes);
            plain.Emails += Email(text, bytes);
            plain.Phones += Phone(text, bytes, region);
        }

        Assert.True(plain is { Names: > 50, Emails: > 100, Phones: > 20 }, $"{plain}: the texts must try the shortcuts.");
    }

    private static int Name(string text, byte[] bytes)
    {
        var first = PlainName.FirstLength(bytes);
        if (first <= 0)
        {
            return 0;
        }

        var cleaned = new char[text.Length + 64];
        var parts = PersonName.Clean(text, cleaned);
        Assert.Equal((text, text[..first], text[(first + 1)..], null), (text, new string(cleaned, 0, parts.FirstLength), new string(cleaned, parts.FirstLength, parts.LastLength), parts.Rule));
        return 1;
    }

    private static int Email(string text, byte[] bytes)
    {
        var domain = PlainEmail.DomainStart(bytes);
        if (domain <= 0)
        {
            return 0;
        }

        var cleaned = new char[text.Length + EmailAddress.Growth];
        var result = EmailAddress.Clean(text, cleaned);
        Assert.Equal((text[..domain] + text[domain..].ToLowerInvariant(), null), (new string(cleaned, 0, result.Length), result.Rule));
        return 1;
    }

    private static int Phone(string text, byte[] bytes, PhoneRegion region)
    {
        var (quick, general) = (new char[text.Length + 64], new char[text.Length + 64]);
        var length = PlainPhone.Clean(bytes, region, quick);
        if (length == 0)
        {
            return 0;
        }

        var expected = PhoneNumber.Clean(text, region, general);
        Assert.Equal((text, new string(general, 0, expected.Length), expected.Rule), (text, new string(quick, 0, length), null));
        return 1;
    }
}
