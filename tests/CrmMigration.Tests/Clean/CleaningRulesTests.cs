using CrmMigration.Clean;
using Xunit;

namespace CrmMigration.Tests.Clean;

public class CleaningRulesTests
{
    [Theory]
    [InlineData("email.no-at")]
    [InlineData("phone.extension-left-out")]
    [InlineData("name.parts-left-out")]
    [InlineData("name.two-persons")]
    [InlineData("name.organization")]
    public void A_stored_code_finds_its_rule_again(string code)
    {
        var rule = CleaningRules.Find(code);

        Assert.Equal(code, rule?.Code);
    }

    [Fact]
    public void A_code_that_no_cleaner_uses_finds_nothing()
    {
        var rule = CleaningRules.Find("email.NO-AT");

        Assert.Null(rule);
    }

    [Fact]
    public void Every_rule_is_one_plain_sentence()
    {
        var broken = CleaningRules.All.Where(rule => !rule.Reason.EndsWith('.') || rule.Reason.Contains(". ", StringComparison.Ordinal));

        Assert.Empty(broken);
        Assert.True(CleaningRules.All.Count >= 20);
    }
}
