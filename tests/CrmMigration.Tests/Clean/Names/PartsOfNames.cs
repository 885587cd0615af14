using CrmMigration.Clean.Names;
using Xunit;

namespace CrmMigration.Tests.Clean.Names;

public class PartsOfNames
{
    [Theory]
    [InlineData("Dr. Jane Roe", "Dr.")]
    [InlineData("Rev. Dr. Jane Roe", "Rev. Dr.")]
    [InlineData("Lt. Col. Jane Roe", "Lt. Col.")]
    [InlineData("The Rt Hon Jane Roe", "The Rt Hon")]
    [InlineData("State Senator Jane Roe", "State Senator")]
    [InlineData("Magistrate-Judge Jane Roe", "Magistrate-Judge")]
    [InlineData("Roe, Prof. Jane", "Prof.")]
    [InlineData("Dr.Jane Roe", "Dr.")]
    [InlineData("Roe Jane, Dr.", "Dr.")]
    [InlineData("Jane Major", "")]
    public void Titles_stand_before_the_name(string raw, string title)
    {
        var parts = Cleaning.NameParts(raw);

        Assert.Equal(title, parts.Title);
    }

    [Theory]
    [InlineData("John Roe Jr.", "Jr.")]
    [InlineData("John Roe, III", "III")]
    [InlineData("Roe Jr., John", "Jr.")]
    [InlineData("Roe, John, Jr., MD", "Jr. MD")]
    [InlineData("Roe, John MD", "MD")]
    [InlineData("JOHN ROE MD", "MD")]
    [InlineData("John Roe, CLU, CFP", "CLU CFP")]
    [InlineData("John Roe, QXRT", "QXRT")]
    [InlineData("John Roe attorney at law", "attorney at law")]
    [InlineData("John Paul Roe V", "V")]
    [InlineData("Roe, John V", "")]
    [InlineData("Mr. John V", "")]
    [InlineData("John V. Roe", "")]
    [InlineData("John Esquire", "")]
    public void Suffixes_stand_behind_the_name(string raw, string suffix)
    {
        var parts = Cleaning.NameParts(raw);

        Assert.Equal(suffix, parts.Suffix);
    }

    [Theory]
    [InlineData("John Q. Xavier Roe", "John", "Q. Xavier", "Roe")]
    [InlineData("Roe, John Q. Xavier", "John", "Q. Xavier", "Roe")]
    [InlineData("B. C. Roe", "B.", "C.", "Roe")]
    [InlineData("J.R. Roe", "J.R.", "", "Roe")]
    [InlineData("JB Roe", "J", "B", "Roe")]
    [InlineData("J-L Roe", "J", "L", "Roe")]
    [InlineData("Roe, JB", "J", "B", "Roe")]
    [InlineData("JW T ROE", "Jw", "T", "Roe")]
    [InlineData("Joao da Silva de Souza", "Joao", "da Silva", "de Souza")]
    [InlineData("Johan de Heer van Campen", "Johan", "", "de Heer van Campen")]
    public void Middle_names_stand_between(string raw, string first, string middle, string last)
    {
        var parts = Cleaning.NameParts(raw);

        Assert.Equal((first, middle, last), (parts.First, parts.Middle, parts.Last));
    }

    [Theory]
    [InlineData("John \"Jack\" Roe", "Jack")]
    [InlineData("John 'Jack' Roe", "Jack")]
    [InlineData("John “Big  Jack” Roe", "Big Jack")]
    [InlineData("Roe, John (\"Jack\")", "Jack")]
    [InlineData("JOHN (JACK) ROE", "Jack")]
    [InlineData("Sean O'Roe", "")]
    public void Nicknames_stand_in_quotes_or_brackets(string raw, string nickname)
    {
        var parts = Cleaning.NameParts(raw);

        Assert.Equal(nickname, parts.Nickname);
    }

    [Theory]
    [InlineData("Mary Roe née Doe")]
    [InlineData("Mary Roe c/o Doe")]
    [InlineData("MARY ROE NEE DOE")]
    public void A_remark_behind_the_name_is_left_out(string raw)
    {
        var (first, last, rule) = Cleaning.Name(raw);

        Assert.Equal(("Mary", "Roe", "name.parts-left-out"), (first, last, rule));
    }

    [Theory]
    [InlineData(PersonNameColumns.All, null)]
    [InlineData(PersonNameColumns.Middle | PersonNameColumns.Suffix | PersonNameColumns.Title, "name.parts-left-out")]
    [InlineData(PersonNameColumns.Middle | PersonNameColumns.Suffix | PersonNameColumns.Nickname, "name.parts-left-out")]
    [InlineData(PersonNameColumns.Middle | PersonNameColumns.Title | PersonNameColumns.Nickname, "name.parts-left-out")]
    [InlineData(PersonNameColumns.Suffix | PersonNameColumns.Title | PersonNameColumns.Nickname, "name.parts-left-out")]
    public void Nothing_is_lost_when_every_part_has_a_column(PersonNameColumns columns, string? rule)
    {
        var parts = PersonName.Clean("Dr. John \"Jack\" Q. Roe Jr.", new char[64], columns);

        Assert.Equal(rule, parts.Rule?.Code);
    }
}
