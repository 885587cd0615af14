using Xunit;

namespace CrmMigration.Tests.Clean.Emails;

public class EmailAddressTests
{
    [Theory]
    [InlineData("John.Smith@Example.COM", "John.Smith@example.com")]
    [InlineData("  a@b.org\t", "a@b.org")]
    [InlineData("\u00A0a@b.org\u3000", "a@b.org")]
    [InlineData("\u202Aa@b.org\u202C", "a@b.org")]
    [InlineData("ａ＠ｂ．ｏｒｇ", "a@b.org")]
    [InlineData("jörg@MÜLLER.de", "jörg@müller.de")]
    public void An_address_is_trimmed_and_only_its_domain_lowered(string raw, string expected)
    {
        var cleaned = Cleaning.Email(raw);

        Assert.Equal((expected, null), cleaned);
    }

    [Theory]
    [InlineData("user+mailbox/department=shipping@example.org")]
    [InlineData("!#$%&'*+-/=?^_`{|}~@example.org")]
    [InlineData("first.last@123.example.org")]
    [InlineData("someone@localhost.localdomain")]
    public void An_unusual_but_possible_address_is_kept(string raw)
    {
        var cleaned = Cleaning.Email(raw);

        Assert.Equal((raw, null), cleaned);
    }

    [Theory]
    [InlineData("info.example.org", "email.no-at")]
    [InlineData("n/a", "email.no-at")]
    [InlineData("a@b@example.org", "email.several-ats")]
    [InlineData("a@example.org,b@example.org", "email.several-ats")]
    [InlineData("@example.org", "email.no-mailbox")]
    [InlineData("a b@example.org", "email.space-inside")]
    [InlineData("a@exam\u2006ple.org", "email.space-inside")]
    [InlineData("\"a b\"@example.org", "email.bad-mailbox")]
    [InlineData("a(comment)@example.org", "email.bad-mailbox")]
    [InlineData("a\uD800@example.org", "email.bad-mailbox")]
    [InlineData(".a@example.org", "email.bad-dots")]
    [InlineData("a.@example.org", "email.bad-dots")]
    [InlineData("a..b@example.org", "email.bad-dots")]
    [InlineData("a@", "email.bad-domain")]
    [InlineData("a@example.org.", "email.bad-domain")]
    [InlineData("a@ex..ample.org", "email.bad-domain")]
    [InlineData("a@-example.org", "email.bad-domain")]
    [InlineData("a@_example.org", "email.bad-domain")]
    [InlineData("a@example.123", "email.bad-domain")]
    [InlineData("a@example", "email.no-dot-in-domain")]
    [InlineData("a@[127.0.0.1]", "email.ip-address")]
    [InlineData("a@127.0.0.1", "email.ip-address")]
    [InlineData("a@127.0.0.1:25", "email.ip-address")]
    [InlineData("a@example.org\r\n", "email.control-character")]
    public void What_cannot_be_an_address_is_cleared_by_its_rule(string raw, string rule)
    {
        var cleaned = Cleaning.Email(raw);

        Assert.Equal((null, rule), cleaned);
    }

    [Theory]
    [InlineData(64, 63, null)]
    [InlineData(65, 63, "email.too-long")]
    [InlineData(64, 64, "email.too-long")]
    public void A_mailbox_of_64_and_a_label_of_63_characters_are_the_longest(int mailbox, int label, string? rule)
    {
        var cleaned = Cleaning.Email($"{new string('a', mailbox)}@{new string('b', label)}.org");

        Assert.Equal(rule, cleaned.Rule);
    }

    [Theory]
    [InlineData(256, null)]
    [InlineData(257, "email.too-long")]
    public void An_address_of_256_characters_is_the_longest(int length, string? rule)
    {
        var labels = string.Concat(Enumerable.Repeat("abcde.", 50))[..(length - "a@.org".Length)];

        var cleaned = Cleaning.Email($"a@{labels.TrimEnd('.').PadRight(labels.Length, 'x')}.org");

        Assert.Equal(rule, cleaned.Rule);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\u00A0\u200B\u3000")]
    public void A_blank_value_is_null_and_nothing_is_lost(string raw)
    {
        var cleaned = Cleaning.Email(raw);

        Assert.Equal((null, null), cleaned);
    }
}
