using Xunit;

namespace CrmMigration.Tests.Clean;

public class NormalFormTests
{
    [Theory]
    [InlineData("Jose\u0301 Nu\u0301n\u0303ez", "José", "Núñez")]
    [InlineData("Nguye\u0302\u0303n Vie\u0302\u0323t", "Nguyễn", "Việt")]
    [InlineData("\u0418\u0306\u043E\u0441\u0438\u0444 Петров", "Йосиф", "Петров")]
    [InlineData("\u1100\u1175\u11B7 \u1106\u1175\u11AB", "민", "김")]
    [InlineData("か\u3099 た", "た", "が")]
    [InlineData("Ｊｏｈｎ　Ｓｍｉｔｈ", "John", "Smith")]
    [InlineData("\u202BJohn\u00A0Sm\u00ADith\u202C", "John", "Smith")]
    [InlineData("علی\u200Cرضا کریمی", "علی\u200Cرضا", "کریمی")]
    [InlineData("\uD83D\uDE00John Smith", "\uD83D\uDE00John", "Smith")]
    [InlineData("Q\u0323ab Smith", "Q\u0323ab", "Smith")]
    public void Each_text_has_one_spelling_and_no_letter_is_lost(string raw, string first, string last)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((first, last, null), cleaned);
    }
}
