using CrmMigration.Clean.Typed;
using Xunit;

namespace CrmMigration.Tests.Clean.Typed;

public class BooleanTests
{
    private static readonly BooleanCleaner Plain = new([], [], false);

    [Theory]
    [InlineData("yes", "true")]
    [InlineData(" Y ", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("1", "true")]
    [InlineData("-1", "true")]
    [InlineData("１", "true")]
    [InlineData("on", "true")]
    [InlineData("Ja", "true")]
    [InlineData("oui", "true")]
    [InlineData("Sí", "true")]
    [InlineData("sì", "true")]
    [InlineData("Da", "true")]
    [InlineData("да", "true")]
    [InlineData("はい", "true")]
    [InlineData("✓", "true")]
    [InlineData("No", "false")]
    [InlineData("n", "false")]
    [InlineData("0", "false")]
    [InlineData("nein", "false")]
    [InlineData("non", "false")]
    [InlineData("não", "false")]
    [InlineData("hayır", "false")]
    [InlineData("нет", "false")]
    [InlineData("FALSE", "false")]
    public void A_word_for_yes_or_no_becomes_true_or_false(string raw, string expected) => Assert.Equal((expected, null), Transforming.By(Plain, raw));

    [Theory]
    [InlineData("maybe")]
    [InlineData("x")]
    [InlineData("2")]
    [InlineData("yes no")]
    [InlineData("-")]
    public void Another_word_is_unusable(string raw) => Assert.Equal((null, "boolean.unknown"), Transforming.By(Plain, raw));

    [Fact]
    public void Own_words_come_first()
    {
        var cleaner = new BooleanCleaner(["x", "N"], ["leer"], false);

        Assert.Equal(("true", null), Transforming.By(cleaner, "X"));
        Assert.Equal(("true", null), Transforming.By(cleaner, "n"));
        Assert.Equal(("false", null), Transforming.By(cleaner, "leer"));
        Assert.Equal(("false", null), Transforming.By(cleaner, "nein"));
    }

    [Fact]
    public void Own_words_may_be_the_only_ones()
    {
        var cleaner = new BooleanCleaner(["x"], ["-"], true);

        Assert.Equal(("false", null), Transforming.By(cleaner, "-"));
        Assert.Equal((null, "boolean.unknown"), Transforming.By(cleaner, "yes"));
        Assert.Equal(("true", null), Transforming.By(cleaner, "true"));
    }

    [Fact]
    public void No_word_means_both()
    {
        Assert.Null(BooleanCleaner.InBoth(BooleanWords.Yes, BooleanWords.No));
        Assert.Equal("Sí", BooleanCleaner.InBoth(["x", "Sí"], ["SI"]));
    }

    [Fact]
    public void Ordinary_values_allocate_nothing() => Transforming.AssertAllocatesNothing(Plain, "yes", "нет", "1", "maybe", new string('y', 500));
}
