using CrmMigration.Clean.Text;
using Xunit;

namespace CrmMigration.Tests.Clean.Text;

public class ValueMapTests
{
    private static readonly Dictionary<string, string> Genders = new()
    {
        ["M"] = "male",
        ["F"] = "female",
        ["m "] = "unused",
        ["divers"] = "other",
        ["n/a"] = "",
    };

    [Theory]
    [InlineData("M", "male")]
    [InlineData(" f ", "female")]
    [InlineData("DIVERS", "other")]
    [InlineData("N/A", null)]
    [InlineData(" ", null)]
    public void A_listed_value_becomes_what_is_listed(string raw, string? expected) =>
        Assert.Equal((expected, null), Transforming.By(new ValueMapCleaner(Genders), raw));

    [Fact]
    public void A_spelling_that_is_listed_itself_wins() =>
        Assert.Equal(("unused", null), Transforming.By(new ValueMapCleaner(Genders), "m"));

    [Fact]
    public void Another_value_is_unusable_or_kept_or_replaced()
    {
        Assert.Equal((null, "value-map.unknown"), Transforming.By(new ValueMapCleaner(Genders), "unknown"));
        Assert.Equal((" unknown", null), Transforming.By(new ValueMapCleaner(Genders) { Unlisted = UnlistedValue.Keep }, " unknown"));
        Assert.Equal(("other", null), Transforming.By(new ValueMapCleaner(Genders) { Otherwise = "other" }, "unknown"));
    }

    [Fact]
    public void The_empty_text_may_be_listed() =>
        Assert.Equal(("none", null), Transforming.By(new ValueMapCleaner(new Dictionary<string, string> { [""] = "none" }), "  "));

    [Theory]
    [InlineData("divrs", "other")]
    [InlineData("D", null)]
    [InlineData("something else", null)]
    public void What_the_nearest_listed_value_becomes_is_suggested(string raw, string? suggestion) =>
        Assert.Equal(suggestion, Transforming.Suggestion(new ValueMapCleaner(Genders), raw));

    [Fact]
    public void Ordinary_values_allocate_nothing() =>
        Transforming.AssertAllocatesNothing(new ValueMapCleaner(Genders) { Unlisted = UnlistedValue.Keep }, "M", "f", "something else", "");
}
