using CrmMigration.Cli.Sample.Names;
using Xunit;

namespace CrmMigration.Tests.Sample;

public sealed class CulturesTests
{
    private static readonly string[] TitlesAndSuffixes =
        ["Mr", "Mrs", "Ms", "Dr", "Prof", "Sir", "Rev", "Jr", "Sr", "II", "III", "IV", "V", "MD", "DO", "MA", "BA", "Esq", "Phd"];

    public static TheoryData<string> Names => [.. Cultures.All.Select(culture => culture.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Given_names_are_single_words_that_differ(string name)
    {
        var culture = Culture(name);

        Assert.InRange(culture.Given.Distinct(StringComparer.OrdinalIgnoreCase).Count(), 20, 40);
        Assert.Equal(culture.Given.Length, culture.Given.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.InRange(culture.Family.Distinct(StringComparer.OrdinalIgnoreCase).Count(), 20, 45);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_name_could_be_taken_for_a_title_or_suffix(string name)
    {
        var culture = Culture(name);

        var words = culture.Given.Concat(culture.Family).SelectMany(word => word.Split(' '));

        Assert.Empty(words.Intersect(TitlesAndSuffixes, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_letter_has_a_likeness_for_addresses(string name)
    {
        var culture = Culture(name);

        Assert.All(culture.Given.Zip(culture.GivenLetters), pair => Assert.Equal(Letters(pair.First), pair.Second.Length));
        Assert.All(culture.Family.Zip(culture.FamilyLetters), pair => Assert.Equal(Letters(pair.First), pair.Second.Length));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Letter_case_can_be_lost_and_found(string name)
    {
        var culture = Culture(name);

        var words = culture.Given.Concat(culture.Family);

        Assert.All(words, word => Assert.Equal(word.ToLowerInvariant(), word.ToUpperInvariant().ToLowerInvariant()));
    }

    private static Culture Culture(string name) => Cultures.All.Single(culture => culture.Name == name);

    private static int Letters(string word) => word.Count(letter => char.IsLetter(letter) && letter is not ('ь' or 'Ь'));
}
