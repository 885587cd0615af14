using System.Text;
using CrmMigration.Profile.Tally;
using Xunit;

namespace CrmMigration.Tests.Profile.Tally;

public sealed class ShapesOfTexts
{
    [Theory]
    [InlineData("Ann Lee", "Aa+ Aa+")]
    [InlineData("555-0142", "9(3)-9(4)")]
    [InlineData("O'Brien, Pat", "A'Aa+, Aa+")]
    [InlineData("  Ann   Lee ", "Aa+ Aa+")]
    [InlineData("ann99@example.com", "a+9+@a+.a+")]
    [InlineData("a1b22@x9.de", "a9+a9+@a9+.a+")]
    [InlineData("AB-7", "A+-9")]
    [InlineData("Müller", "Aa+")]
    [InlineData("Жанна", "Aa+")]
    [InlineData("山田 太郎", "L+ L+")]
    [InlineData("１２３", "9(3)")]
    [InlineData("-----", "---")]
    [InlineData("a–b", "a§a")]
    [InlineData("😀", "§")]
    [InlineData("one\ntwo", "a+¤a+")]
    [InlineData("e\u0301t\u00e9", "a+")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("\u00a0x\u00a0", "a")]
    public void A_shape_tells_kinds_of_characters_and_none_of_them(string text, string shape) => Assert.Equal(shape, Read(text).Shape);

    [Fact]
    public void A_long_text_has_a_short_shape()
    {
        var shape = Read(string.Concat(Enumerable.Repeat("Ab 1-", 20_000))).Shape;

        Assert.InRange(shape.Length, 10, 60);
        Assert.EndsWith("…", shape, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SMITH", nameof(TextSigns.Capital), nameof(TextSigns.Small))]
    [InlineData("smith", nameof(TextSigns.Small), nameof(TextSigns.Capital))]
    [InlineData(" x", nameof(TextSigns.Padded), nameof(TextSigns.DoubleSpace))]
    [InlineData("x\u00a0", nameof(TextSigns.Padded), nameof(TextSigns.DoubleSpace))]
    [InlineData("a  b", nameof(TextSigns.DoubleSpace), nameof(TextSigns.Padded))]
    [InlineData("a\tb", nameof(TextSigns.Control), nameof(TextSigns.Padded))]
    [InlineData("a\u200bb", nameof(TextSigns.Control), nameof(TextSigns.Garbled))]
    [InlineData("MÃ¼nchen", nameof(TextSigns.Garbled), nameof(TextSigns.Control))]
    [InlineData("Donâ€™t", nameof(TextSigns.Garbled), nameof(TextSigns.Control))]
    [InlineData("M\ufffdnchen", nameof(TextSigns.Garbled), nameof(TextSigns.Control))]
    [InlineData("ðŸ˜€", nameof(TextSigns.Garbled), nameof(TextSigns.Padded))]
    public void What_is_odd_is_noticed(string text, string there, string notThere)
    {
        var signs = Read(text).Signs;

        Assert.True(signs.HasFlag(Enum.Parse<TextSigns>(there)), $"{signs}");
        Assert.False(signs.HasFlag(Enum.Parse<TextSigns>(notThere)), $"{signs}");
    }

    [Theory]
    [InlineData("São Paulo")]
    [InlineData("CORAÇÃO")]
    [InlineData("Älmhult")]
    [InlineData("Þórður Ðð")]
    [InlineData("Âge")]
    public void Letters_of_living_languages_are_not_garbled(string text) => Assert.False(Read(text).Signs.HasFlag(TextSigns.Garbled));

    [Theory]
    [InlineData("ab", 2)]
    [InlineData("😀é", 2)]
    [InlineData("e\u0301", 2)]
    [InlineData("", 0)]
    public void Characters_are_counted_as_the_server_counts_them(string text, int characters) => Assert.Equal(characters, Read(text).Characters);

    [Fact]
    public void Bytes_that_are_no_text_do_no_harm()
    {
        var look = new TextLook();

        look.Read([0xff, 0xc3, 0x41, 0xe2, 0x82]);

        Assert.True(look.Signs.HasFlag(TextSigns.Garbled));
    }

    private static (string Shape, TextSigns Signs, int Characters) Read(string text)
    {
        var look = new TextLook();
        look.Read("Before 1 ÄÃ"u8);
        look.Read(Encoding.UTF8.GetBytes(text));
        return (Encoding.UTF8.GetString(look.Shape), look.Signs, look.Characters);
    }
}
