using CrmMigration.Clean.Names;
using Xunit;

namespace CrmMigration.Tests.Clean.Names;

public class AnyNameTests
{
    private const string Alphabet = "aZé.,;:-/&'\"()[]«\\ \t\n\u0301\u200D\u202E\uD800\uDC00\uFB03\uFF21김山・·بß\0\uFFFF";

    private static readonly string[] Pieces =
        ["Ann", "JB", "J.", "O'Hara", "van", "der", "de", "Jr.", "MD", "Dr.", "and", "&", "/", ";", ",", "(", ")", "\"x\"", "née", "GmbH",
         "of", "Bank", "O", "Brien", "María", "del", "Carmen", "Abdul", "김철수", "山田", "様", "\uFB03", "Dr.J.R.Roe", "et", "al.", "V"];

    private static readonly string[] Given = ["Ann", "John", "Mary Jo", "J.", "Jean-Luc", "Zoë", "Juan Carlos"];
    private static readonly string[] Middle = ["", "Q. ", "Xavier ", "A. B. "];
    private static readonly string[] Family = ["Roe", "O'Hara", "van der Berg", "de la Vega", "Ruiz y Picasso", "McDonald", "St. John"];
    private static readonly string[] Suffixes = ["", " Jr.", ", Jr.", " III", ", PhD", " MD"];

    [Fact]
    public void Random_names_keep_to_their_destination_and_lose_nothing_silently()
    {
        var random = new Random(20261124);

        for (var round = 0; round < 40_000; round++)
        {
            var raw = round % 2 == 0
                ? new string(random.GetItems<char>(Alphabet, random.Next(60)))
                : string.Join(random.Next(3) == 0 ? "" : " ", random.GetItems(Pieces, random.Next(40)));
            AssertTold(raw);
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("([{«\"'")]
    [InlineData("(a) ")]
    [InlineData("'a ")]
    [InlineData("a née ")]
    [InlineData("John and ")]
    [InlineData("& ")]
    [InlineData("; a b ")]
    [InlineData("a, Jr., ")]
    [InlineData("Dr.")]
    [InlineData("a.")]
    [InlineData("a/")]
    [InlineData("de a ")]
    [InlineData("\\n")]
    [InlineData("\uFB03")]
    [InlineData("\uD800")]
    [InlineData("\0")]
    [InlineData("山・")]
    public void Half_a_million_characters_take_linear_work(string part) =>
        LinearWork.Assert(characters => Repeat(part, characters), 500_000, AssertTold);

    [Fact]
    public void A_cleaned_name_is_read_the_same_again()
    {
        var names = from given in Given
                    from middle in Middle
                    from family in Family
                    from suffix in Suffixes
                    from raw in new[] { $"Dr. {given} {middle}{family}{suffix}", $"{family}, {given} {middle}\"Kim\"{suffix}" }
                    select raw;

        foreach (var raw in names)
        {
            var (first, last, _) = Cleaning.Name(raw);

            Assert.Equal((raw, first, last), (raw, Cleaning.Name($"{first} {last}").First, Cleaning.Name($"{first} {last}").Last));
            Assert.Equal((raw, first, last), (raw, Cleaning.Name($"{last}, {first}").First, Cleaning.Name($"{last}, {first}").Last));
        }
    }

    private static void AssertTold(string raw)
    {
        var destination = new char[raw.Length + 8];
        var parts = PersonName.Clean(raw, destination, PersonNameColumns.All);
        var text = destination.AsSpan(0, parts.Nickname.End.Value);

        Assert.True(parts.LastLength > 0 || text.IsEmpty, raw);
        Assert.True(parts.Rule is not null || HasLetters(raw) == !text.IsEmpty, raw);
        foreach (var c in text)
        {
            Assert.False(char.IsControl(c), raw);
        }
    }

    private static bool HasLetters(string text) => text.Any(c => char.IsLetter(c) || char.IsSurrogate(c));

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));
}
