using Xunit;

namespace CrmMigration.Tests.Clean;

public class LetterCaseTests
{
    [Theory]
    [InlineData("john smith", "John", "Smith")]
    [InlineData("JOHN SMITH", "John", "Smith")]
    [InlineData("Ms RESHMA STAFFORD", "Reshma", "Stafford")]
    [InlineData("RONALD MCDONALD", "Ronald", "McDonald")]
    [InlineData("sean o'brien", "Sean", "O'Brien")]
    [InlineData("PAOLO DELL'AQUILA", "Paolo", "Dell'Aquila")]
    [InlineData("NAOMI NG'ANG'A", "Naomi", "Ng'ang'a")]
    [InlineData("JOHN VAN DER BERG", "John", "van der Berg")]
    [InlineData("MARY-JANE SMITH-JONES", "Mary-Jane", "Smith-Jones")]
    [InlineData("J.R. SMITH", "J.R.", "Smith")]
    [InlineData("ANDRÉ ÖZIL", "André", "Özil")]
    [InlineData("ΓΙΩΡΓΟΣ ΠΑΠΠΑΣ", "Γιωργος", "Παππας")]
    [InlineData("გიორგი ბერიძე", "გიორგი", "ბერიძე")]
    public void A_name_in_one_letter_case_throughout_is_tidied(string raw, string first, string last)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((first, last), (cleaned.First, cleaned.Last));
    }

    [Theory]
    [InlineData("Yann LeCun", "Yann", "LeCun")]
    [InlineData("Lynn whitworth", "Lynn", "whitworth")]
    [InlineData("Heidi Van Pelt", "Heidi", "Van Pelt")]
    public void A_name_in_mixed_letter_case_stays_as_it_is(string raw, string first, string last)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((first, last), (cleaned.First, cleaned.Last));
    }
}
