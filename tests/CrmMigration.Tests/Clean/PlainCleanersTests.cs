using CrmMigration.Clean;
using Xunit;

namespace CrmMigration.Tests.Clean;

public class PlainCleanersTests
{
    private const string Alphabet = "aZé \t\n\u00A0\u200B\u200Dßİıςµ\uD800\uDC00\0";

    private static readonly TextCleaner[] All = [new TrimCleaner(), new CollapseCleaner(), new UpperCleaner(), new LowerCleaner(), new DefaultCleaner("none")];

    [Theory]
    [InlineData(0, " \u00A0 a  b\t ", "a  b")]
    [InlineData(0, " \t\n", "")]
    [InlineData(1, "  a \t\n b\u00A0c  ", "a b c")]
    [InlineData(1, "می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData(2, "straße 1a", "STRAßE 1A")]
    [InlineData(3, "ÀB𐐀", "àb𐐨")]
    [InlineData(4, "", "none")]
    [InlineData(4, " ", " ")]
    public void A_text_is_made_of_another(int cleaner, string text, string expected)
    {
        var cleaned = Clean(All[cleaner], text);

        Assert.Equal((expected, null), cleaned);
    }

    [Fact]
    public void Random_text_never_throws_and_cleaning_twice_is_cleaning_once()
    {
        var random = new Random(20261126);
        for (var round = 0; round < 5_000; round++)
        {
            var text = new string(random.GetItems<char>(Alphabet, random.Next(30)));
            foreach (var cleaner in All)
            {
                var once = Clean(cleaner, text).Text;

                Assert.Equal(once, Clean(cleaner, once).Text);
            }
        }
    }

    private static (string Text, string? Rule) Clean(TextCleaner cleaner, string text)
    {
        var destination = new char[cleaner.MostWritten(text.Length)];
        var cleaned = cleaner.Clean(text, destination);
        return (new(destination, 0, cleaned.Length), cleaned.Rule?.Code);
    }
}
