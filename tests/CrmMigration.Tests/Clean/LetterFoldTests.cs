using CrmMigration.Clean;
using Xunit;

namespace CrmMigration.Tests.Clean;

public class LetterFoldTests
{
    [Theory]
    [InlineData("Türkiye", "turkiye")]
    [InlineData("İSTANBUL ılık", "istanbul ilik")]
    [InlineData("  U.S.A. ", "usa")]
    [InlineData("Côte d’Ivoire", "cote divoire")]
    [InlineData("Bosnia & Herzegovina", "bosnia herzegovina")]
    [InlineData("Łódź, Ærø, Đà Nẵng, STRASSE ß", "lodz aero da nang strasse ss")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("Ｆｒａｎｃｅ", "france")]
    [InlineData("Ελλάδα", "ελλαδα")]
    [InlineData("Йемен", "иемен")]
    [InlineData("भारत", "भारत")]
    [InlineData("日本", "日本")]
    public void Marks_case_width_and_punctuation_are_no_difference(string text, string folded)
    {
        Assert.Equal(folded, LetterFold.Of(text));
    }

    [Fact]
    public void What_does_not_fit_is_told()
    {
        Span<char> room = stackalloc char[4];

        Assert.Equal(4, LetterFold.Write("made", room));
        Assert.Equal(-1, LetterFold.Write("maße", room));
    }
}
