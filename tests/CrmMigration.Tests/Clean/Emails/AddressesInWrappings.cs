using Xunit;

namespace CrmMigration.Tests.Clean.Emails;

public class AddressesInWrappings
{
    [Theory]
    [InlineData("mailto:jane@example.org")]
    [InlineData("MAILTO:jane@example.org?subject=Hello%20you")]
    [InlineData("E-Mail: jane@example.org")]
    [InlineData("<jane@example.org>")]
    [InlineData("Jane Doe <jane@example.org>")]
    [InlineData("\"Doe, Jane\" <mailto:jane@example.org>;")]
    [InlineData("jane@example.org<mailto:jane@example.org>")]
    [InlineData("jane@example.org,")]
    [InlineData("jane@example.org ;")]
    [InlineData("'jane@example.org'")]
    [InlineData("\u201Cjane@example.org\u201D")]
    [InlineData("[jane@example.org]")]
    public void An_address_is_taken_out_of_what_stands_around_it(string raw)
    {
        var cleaned = Cleaning.Email(raw);

        Assert.Equal(("jane@example.org", "email.unwrapped"), cleaned);
    }

    [Theory]
    [InlineData("Jane <jane@example.org>, John <john@example.org>", "email.several-ats")]
    [InlineData("jane@example.org<john@example.org>", "email.several-ats")]
    [InlineData("jane@example.org; john@example.org", "email.several-ats")]
    [InlineData("Jane\n<jane@example.org>", "email.control-character")]
    [InlineData("jane@example.org.", "email.bad-domain")]
    [InlineData("jane@blue-harbor.co,", "email.bad-domain")]
    [InlineData("jane@example.org (office)", "email.space-inside")]
    [InlineData("<jane@>", "email.bad-mailbox")]
    public void Anything_doubtful_around_it_makes_the_value_unusable(string raw, string rule)
    {
        var cleaned = Cleaning.Email(raw);

        Assert.Equal((null, rule), cleaned);
    }

    [Theory]
    [InlineData("jane@example.org; john@example.org", "jane@example.org")]
    [InlineData("jane@example.org / john@example.org", "jane@example.org")]
    [InlineData("jane@@example.org", "jane@example.org")]
    [InlineData("jane(at)example(dot)org", "jane@example.org")]
    [InlineData("jane at example.org", "jane@example.org")]
    [InlineData("jane.doe.gmail.com", "jane.doe@gmail.com")]
    [InlineData("jane @ example .org", "jane@example.org")]
    [InlineData("jane..doe.@example.org", "jane.doe@example.org")]
    [InlineData("jane@example.org.", "jane@example.org")]
    [InlineData("jane@example.org\r\n", "jane@example.org")]
    [InlineData("jane@gmail", "jane@gmail.com")]
    [InlineData("jane@example.org (office)", "jane@example.org")]
    [InlineData("jane", null)]
    [InlineData("jane doe@example.org", null)]
    [InlineData("n/a", null)]
    public void What_was_probably_meant_is_suggested(string raw, string? suggestion) =>
        Assert.Equal(suggestion, Cleaning.SuggestedEmail(raw));

    [Theory]
    [InlineData("\"jane doe\"@example.org", "\"jane doe\"@example.org")]
    [InlineData("\"a@b\\\"c\"@Example.org", "\"a@b\\\"c\"@example.org")]
    [InlineData("\"\"@example.org", null)]
    [InlineData("\"open@example.org", null)]
    public void A_quoted_mailbox_is_taken_where_it_is_asked_for(string raw, string? address)
    {
        var asked = Cleaning.Email(raw, new() { TakesQuoted = true });
        var notAsked = Cleaning.Email(raw);

        Assert.Equal((address, null), (asked.Value, notAsked.Value));
    }
}
