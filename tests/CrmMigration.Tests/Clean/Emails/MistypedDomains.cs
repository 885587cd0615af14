using CrmMigration.Clean.Emails;
using Xunit;

namespace CrmMigration.Tests.Clean.Emails;

public class MistypedDomains
{
    [Theory]
    [InlineData("gmial.com", "gmail.com")]
    [InlineData("gnail.com", "gmail.com")]
    [InlineData("gmaill.com", "gmail.com")]
    [InlineData("hotmial.fr", "hotmail.fr")]
    [InlineData("outlok.com", "outlook.com")]
    [InlineData("yhaoo.co.uk", "yahoo.co.uk")]
    [InlineData("iclould.com", "icloud.com")]
    [InlineData("comcats.net", "comcast.net")]
    [InlineData("protonmial.com", "protonmail.com")]
    public void A_slip_in_a_providers_name_is_corrected(string typed, string meant)
    {
        var cleaned = Cleaning.Email($"Jane.Doe@{typed}");

        Assert.Equal(($"Jane.Doe@{meant}", "email.domain-typo"), cleaned);
    }

    [Theory]
    [InlineData("gmail.con", "gmail.com")]
    [InlineData("gmail.co", "gmail.com")]
    [InlineData("hotmail.cm", "hotmail.com")]
    [InlineData("yahoo.co.ku", "yahoo.co.uk")]
    [InlineData("yahoo.couk", "yahoo.co.uk")]
    [InlineData("comcast.ney", "comcast.net")]
    [InlineData("web.ed", null)]
    [InlineData("aol.cmo", "aol.com")]
    [InlineData("hotmail.com.com", "hotmail.com")]
    [InlineData("gmailc.om", "gmail.com")]
    [InlineData("gmail.co.m", "gmail.com")]
    [InlineData("www.gmail.com", "gmail.com")]
    public void A_slip_in_a_providers_ending_is_corrected(string typed, string? meant)
    {
        var cleaned = Cleaning.Email($"jane@{typed}");

        Assert.Equal(meant is null ? ($"jane@{typed}", null) : ($"jane@{meant}", "email.domain-typo"), cleaned);
    }

    [Theory]
    [InlineData("blue-harbor.con", "blue-harbor.com")]
    [InlineData("mail.blue-harbor.cmo", "mail.blue-harbor.com")]
    [InlineData("blue-harbor.nett", "blue-harbor.net")]
    [InlineData("blue-harbor.ogr", "blue-harbor.org")]
    [InlineData("blue-harborc.om", "blue-harbor.com")]
    public void An_ending_that_does_not_exist_is_corrected_for_any_domain(string typed, string meant)
    {
        var cleaned = Cleaning.Email($"jane@{typed}");

        Assert.Equal(($"jane@{meant}", "email.domain-typo"), cleaned);
    }

    [Theory]
    [InlineData("gmailcom", "gmail.com")]
    [InlineData("gmail,com", "gmail.com")]
    [InlineData("Hotmail..com", "hotmail.com")]
    [InlineData("blue-harbor.co<", "blue-harbor.com")]
    public void What_is_no_domain_because_of_a_slip_is_corrected(string typed, string meant)
    {
        var cleaned = Cleaning.Email($"jane@{typed}");

        Assert.Equal(($"jane@{meant}", "email.domain-typo"), cleaned);
    }

    [Theory]
    [InlineData("gmx.de")]
    [InlineData("ymail.com")]
    [InlineData("mail.com")]
    [InlineData("email.com")]
    [InlineData("live.nl")]
    [InlineData("hotmail.co.uk")]
    [InlineData("yahoo.co.in")]
    [InlineData("me.com")]
    [InlineData("proton.me")]
    [InlineData("cloud.com")]
    [InlineData("wahoo.com")]
    [InlineData("version.net")]
    [InlineData("yopmail.com")]
    [InlineData("hitmail.com")]
    [InlineData("libera.it")]
    [InlineData("blue-harbor.co")]
    [InlineData("blue-harbor.om")]
    [InlineData("blue-harbor.cm")]
    [InlineData("blue-harbor.coop")]
    [InlineData("gmail.blue-harbor.com")]
    [InlineData("yahoo.com.br")]
    [InlineData("hotmail.com.co")]
    [InlineData("outlook.org")]
    [InlineData("live.co")]
    [InlineData("example.test")]
    [InlineData("host.localdomain")]
    public void A_domain_that_is_or_may_be_somebodys_stays(string domain)
    {
        var cleaned = Cleaning.Email($"jane@{domain}");

        Assert.Equal(($"jane@{domain}", null), cleaned);
    }

    [Theory]
    [InlineData(TypoHandling.Suggest, "email.domain-suspected")]
    [InlineData(TypoHandling.Keep, null)]
    public void A_plan_may_want_typos_told_or_left_alone(TypoHandling typos, string? rule)
    {
        var cleaned = Cleaning.Email("jane@gmial.com", new() { Typos = typos });

        Assert.Equal(("jane@gmial.com", rule), cleaned);
        Assert.Equal("jane@gmail.com", Cleaning.SuggestedEmail("jane@gmial.com"));
    }

    [Theory]
    [InlineData("jane.@gmail.com", "jane@gmail.com")]
    [InlineData(".jane..doe@googlemial.com", "jane.doe@googlemail.com")]
    [InlineData("jane.@example.org", null)]
    public void Dots_that_no_server_takes_are_left_out_where_they_do_not_count(string raw, string? address)
    {
        var cleaned = Cleaning.Email(raw);

        Assert.Equal((address, address is null ? "email.bad-dots" : "email.gmail-dots"), cleaned);
    }

    [Fact]
    public void Every_slip_of_one_letter_in_gmail_gives_gmail_or_stays_and_is_never_another_provider()
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyz";
        var slips = from at in Enumerable.Range(0, 5)
                    from letter in Letters
                    from typed in new[] { "gmail".Remove(at, 1), "gmail".Insert(at, $"{letter}"), "gmail".Remove(at, 1).Insert(at, $"{letter}") }
                    select $"jane@{typed}.com";

        var results = slips.Distinct().Select(typed => (typed, Cleaning.Email(typed).Value)).ToList();

        Assert.All(results, result => Assert.Contains(result.Value, new[] { "jane@gmail.com", result.typed }));
        Assert.True(results.Count(result => result.Value == "jane@gmail.com") > results.Count / 2);
    }
}
