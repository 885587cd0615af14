using CrmMigration.Clean.Text;
using Xunit;

namespace CrmMigration.Tests.Clean.Text;

public class NullIfTests
{
    [Theory]
    [InlineData("n/a")]
    [InlineData(" N/A ")]
    [InlineData("N.A.")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("—")]
    [InlineData("null")]
    [InlineData("<NULL>")]
    [InlineData("None")]
    [InlineData("???")]
    [InlineData("...")]
    [InlineData("#N/A")]
    [InlineData("Unbekannt")]
    [InlineData("non renseigné")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("\u00A0-\u00A0")]
    public void A_placeholder_becomes_no_value(string raw) => Assert.Equal((null, null), Transforming.By(new NullIfCleaner([], true), raw));

    [Theory]
    [InlineData("Na")]
    [InlineData("NA")]
    [InlineData("no")]
    [InlineData("x")]
    [InlineData("0")]
    [InlineData("Nullmeier")]
    [InlineData("-5")]
    public void A_word_that_can_be_a_value_stays(string raw) => Assert.Equal((raw, null), Transforming.By(new NullIfCleaner([], true), raw));

    [Fact]
    public void Listed_values_count_as_a_whole_whatever_their_letter_case()
    {
        var cleaner = new NullIfCleaner(["Test ", "x"], false);

        Assert.Equal((null, null), Transforming.By(cleaner, " TEST"));
        Assert.Equal((null, null), Transforming.By(cleaner, "X"));
        Assert.Equal(("Tester", null), Transforming.By(cleaner, "Tester"));
        Assert.Equal(("n/a", null), Transforming.By(cleaner, "n/a"));
    }

    [Fact]
    public void Ordinary_values_allocate_nothing() =>
        Transforming.AssertAllocatesNothing(new NullIfCleaner(["x"], true), "John Smith", "n/a", "-", new string('y', 500));
}
