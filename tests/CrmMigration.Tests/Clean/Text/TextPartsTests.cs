using CrmMigration.Clean;
using CrmMigration.Clean.Text;
using Xunit;

namespace CrmMigration.Tests.Clean.Text;

public class TextPartsTests
{
    [Theory]
    [InlineData("a; b ;c", ";", "1 2 3", "a|b|c", false)]
    [InlineData("a; b ;c", ";", "1 2", "a|b", true)]
    [InlineData("a; b ; ", ";", "1 2", "a|b", false)]
    [InlineData("a", ";", "1 2", "a|", false)]
    [InlineData("a;;c", ";", "1 2 3", "a||c", false)]
    [InlineData("a;b;c;d", ";", "1 -1 0", "a|d|b;c", false)]
    [InlineData("a;b;c;d", ";", "0 -1", "a;b;c|d", false)]
    [InlineData("a;b;c;d", ";", "2 -2", "b|c", false)]
    [InlineData("a;b;c;d;e", ";", "2 -2", "b|d", true)]
    [InlineData("a;b", ";", "1 -1 0", "a|b|", false)]
    [InlineData("a", ";", "1 -1 0", "a||", false)]
    [InlineData("a", ";", "-1 0", "a|", false)]
    [InlineData("a;b", ";", "1 2 -1", "a|b|", false)]
    [InlineData("  Ann \t Lee\u00A0Roe ", " ", "1 0", "Ann|Lee\u00A0Roe", false)]
    [InlineData("  Ann \t Lee\u00A0Roe ", " ", "0 -1", "Ann \t Lee|Roe", false)]
    [InlineData("a -- b", "--", "1 2", "a|b", false)]
    [InlineData("   ", ";", "1 0", "|", false)]
    [InlineData("", ";", "1 0", "|", false)]
    public void Each_part_goes_to_one_place(string text, string separator, string places, string expected, bool leavesSomething)
    {
        int[] wanted = [.. places.Split(' ').Select(int.Parse)];
        var found = new Range[wanted.Length];

        var left = new TextParts(separator, wanted).Find(text, found);

        Assert.Equal((expected, leavesSomething), (string.Join('|', found.Select(part => BlankSpace.Trim(text.AsSpan()[part]).ToString())), left));
    }

    [Fact]
    public void One_part_is_what_the_cleaner_of_one_part_gives()
    {
        var random = new Random(20261126);
        var found = new Range[1];

        for (var round = 0; round < 20_000; round++)
        {
            var text = new string(random.GetItems<char>("ab; \u00A0\u200B\uD800", random.Next(12)));
            var (separator, part) = (random.Next(2) == 0 ? ";" : " ", random.Next(3) + 1);
            part = random.Next(2) == 0 ? part : -part;

            new TextParts(separator, [part]).Find(text, found);

            var one = BlankSpace.Trim(text.AsSpan()[found[0]]).ToString();
            Assert.Equal((text, part, Transforming.By(new SplitCleaner(separator, part), text).Value ?? ""), (text, part, one));
        }
    }

    [Fact]
    public void No_part_is_lost_where_all_have_a_place()
    {
        var random = new Random(20261126);
        var found = new Range[4];
        var parts = new TextParts(";", [1, 2, TextParts.Rest, -1]);

        for (var round = 0; round < 20_000; round++)
        {
            var text = new string(random.GetItems<char>("ab;", random.Next(12)));

            var left = parts.Find(text, found);

            Assert.False(left);
            Assert.Equal((text, Letters(text)), (text, Letters(string.Concat(found.Select(part => text[part])))));
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter).Order());
}
