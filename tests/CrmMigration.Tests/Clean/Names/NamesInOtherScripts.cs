using Xunit;

namespace CrmMigration.Tests.Clean.Names;

public class NamesInOtherScripts
{
    [Theory]
    [InlineData("山田 太郎", "太郎", "山田")]
    [InlineData("山田　太郎", "太郎", "山田")]
    [InlineData("김 철수", "철수", "김")]
    [InlineData("김철수", "철수", "김")]
    [InlineData("王 小明", "小明", "王")]
    public void The_family_name_comes_first_in_the_east(string raw, string first, string last)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((first, last, null), cleaned);
    }

    [Theory]
    [InlineData("ジョン・スミス", "ジョン", "スミス")]
    [InlineData("ジョン スミス", "ジョン", "スミス")]
    [InlineData("约翰·史密斯", "约翰", "史密斯")]
    public void Foreign_names_keep_their_order_there(string raw, string first, string last)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((first, last, null), cleaned);
    }

    [Fact]
    public void A_title_may_stand_behind_the_name()
    {
        var parts = Cleaning.NameParts("山田 太郎 様");

        Assert.Equal(("様", "太郎", "山田"), (parts.Title, parts.First, parts.Last));
    }

    [Theory]
    [InlineData("\u200Fمحمد بن سلمان\u200E", "محمد", "بن سلمان")]
    [InlineData("سلمان، محمد", "محمد", "سلمان")]
    [InlineData("עמוס בן גוריון", "עמוס", "בן גוריון")]
    public void Names_written_from_right_to_left_are_read_in_their_order(string raw, string first, string last)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((first, last, null), cleaned);
    }

    [Theory]
    [InlineData("ＪＯＨＮ ＳＭＩＴＨ", "John", "Smith")]
    [InlineData("Jose\u0301 Nu\u0301n\u0303ez", "José", "Núñez")]
    [InlineData("\uFB02orence Griﬃn", "florence", "Griffin")]
    [InlineData("Gal·la Serra", "Gal·la", "Serra")]
    public void Letters_get_one_spelling_and_none_is_lost(string raw, string first, string last)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((first, last, null), cleaned);
    }
}
