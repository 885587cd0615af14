using CrmMigration.Clean;
using Xunit;

namespace CrmMigration.Tests.Clean;

public class MaskedValueTests
{
    [Theory]
    [InlineData("John Smith", "J••• S••••")]
    [InlineData("O'Brien-Lee, Dr. Ann", "O'B••••-L••, D•. A••")]
    [InlineData("ann@example.com", "a••@e••••••.c••")]
    [InlineData("+1 212 555 0142", "+1 ••• ••• ••42")]
    [InlineData("(212) 555-0142 ext. 7", "(2••) •••-•••2 e••. 7")]
    [InlineData("12345", "•••••")]
    [InlineData("山田太郎", "山•••")]
    [InlineData("Zoë", "Z••")]
    [InlineData("", "")]
    [InlineData("- / -", "- / -")]
    [InlineData("n/a", "•/•")]
    public void Shows_initials_punctuation_and_the_ends_of_long_numbers(string value, string masked) => Assert.Equal(masked, MaskedValue.Of(value));

    [Theory]
    [InlineData("M")]
    [InlineData("J S")]
    [InlineData("A. B. C.")]
    [InlineData("7")]
    [InlineData("Ⅳ")]
    public void Hides_all_letters_where_their_first_ones_would_be_the_value(string value)
    {
        var masked = MaskedValue.Of(value)!;

        Assert.NotEqual(value, masked);
        Assert.DoesNotContain(masked, char.IsLetterOrDigit);
    }

    [Theory]
    [InlineData("a\tb\0c", "a□b□c")]
    [InlineData("a\u202eb", "a□b")]
    [InlineData("e\u0301mile", "e•••••")]
    [InlineData("Ann 😀😀", "A•• 😀•")]
    public void Shows_no_control_characters_and_hides_what_stands_on_a_letter(string value, string masked) => Assert.Equal(masked, MaskedValue.Of(value));

    [Fact]
    public void A_long_value_ends_early()
    {
        var masked = MaskedValue.Of(new string('x', 100_000))!;

        Assert.Equal($"x{new string('•', MaskedValue.MostShown - 1)}…", masked);
    }

    [Fact]
    public void Half_a_character_is_shown_as_one() => Assert.Equal("a□b", MaskedValue.Of("a\ud800b"));

    [Fact]
    public void Nothing_stays_nothing() => Assert.Null(MaskedValue.Of(null));

    [Fact]
    public void No_two_letters_in_a_row_are_ever_shown()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var value = new string(random.GetItems<char>("abZéß山0123456789 .-@\u0301\ud83d\ude00", random.Next(20)));

            var masked = MaskedValue.Of(value)!;

            Assert.False(masked == value && value.Any(char.IsLetterOrDigit), value);
            Assert.DoesNotContain(Enumerable.Range(1, Math.Max(0, masked.Length - 1)), i => char.IsLetter(masked[i - 1]) && char.IsLetter(masked[i]));
            Assert.InRange(masked.Count(char.IsDigit), 0, 3);
        }
    }
}
