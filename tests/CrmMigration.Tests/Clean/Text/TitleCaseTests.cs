using CrmMigration.Clean.Text;
using Xunit;

namespace CrmMigration.Tests.Clean.Text;

public class TitleCaseTests
{
    private static readonly TitleCaseCleaner Plain = new([]);

    [Theory]
    [InlineData("RONALD MCDONALD", "Ronald McDonald")]
    [InlineData("sean o'brien", "Sean O'Brien")]
    [InlineData("SEAN O’BRIEN", "Sean O’Brien")]
    [InlineData("JAN VAN DER BERG", "Jan van der Berg")]
    [InlineData("van der berg", "van der Berg")]
    [InlineData("MARIA DE LA CRUZ", "Maria de la Cruz")]
    [InlineData("henry tudor viii", "Henry Tudor VIII")]
    [InlineData("JOHN SMITH III", "John Smith III")]
    [InlineData("III", "III")]
    [InlineData("XI JINPING", "Xi Jinping")]
    [InlineData("JOHN I SMITH", "John I Smith")]
    [InlineData("MARY-JANE SMITH-JONES", "Mary-Jane Smith-Jones")]
    [InlineData("J.R.R. TOLKIEN", "J.R.R. Tolkien")]
    [InlineData("NAOMI NG'ANG'A", "Naomi Ng'ang'a")]
    [InlineData("GERARD 'T HOOFT", "Gerard 't Hooft")]
    [InlineData("JOHN SMITH, MD, PHD", "John Smith, MD, PhD")]
    [InlineData("ΓΙΩΡΓΟΣ ΠΑΠΠΑΣ", "Γιωργος Παππας")]
    [InlineData("გიორგი ბერიძე", "გიორგი ბერიძე")]
    [InlineData("山田 太郎", "山田 太郎")]
    public void Names_get_the_capitals_of_names(string raw, string expected) => Assert.Equal((expected, null), Transforming.By(Plain, raw));

    [Theory]
    [InlineData("STRATFORD-UPON-AVON", "Stratford-upon-Avon")]
    [InlineData("FRANKFURT AM MAIN", "Frankfurt am Main")]
    [InlineData("SAINT-GERMAIN-EN-LAYE", "Saint-Germain-en-Laye")]
    [InlineData("des moines", "Des Moines")]
    [InlineData("den haag", "Den Haag")]
    [InlineData("'S-HERTOGENBOSCH", "'s-Hertogenbosch")]
    [InlineData("ijsselstein", "IJsselstein")]
    [InlineData("IJAZ KHAN", "Ijaz Khan")]
    [InlineData("12B BAKER ST.", "12B Baker St.")]
    [InlineData("123 nw 42nd street", "123 NW 42nd Street")]
    [InlineData("RUE DE L'ÉGLISE", "Rue de L'Église")]
    [InlineData("AVENUE DE LA RÉPUBLIQUE", "Avenue de la République")]
    [InlineData("PO BOX 12", "PO Box 12")]
    public void Places_and_streets_get_theirs(string raw, string expected) => Assert.Equal((expected, null), Transforming.By(Plain, raw));

    [Theory]
    [InlineData("MÜLLER & SÖHNE GMBH", "Müller & Söhne GmbH")]
    [InlineData("BANK OF AMERICA", "Bank of America")]
    [InlineData("the home depot", "The Home Depot")]
    [InlineData("(SMITH) AND \"SONS\" LLC", "(Smith) and \"Sons\" LLC")]
    [InlineData("tsv 1860 e.v.", "Tsv 1860 e.V.")]
    [InlineData("JOHNSON&JOHNSON", "Johnson&Johnson")]
    [InlineData("MACY'S", "Macy's")]
    public void Companies_get_theirs(string raw, string expected) => Assert.Equal((expected, null), Transforming.By(Plain, raw));

    [Theory]
    [InlineData("IBM Deutschland", "IBM Deutschland")]
    [InlineData("eBay iPhone LeCun", "eBay iPhone LeCun")]
    [InlineData("Lynn whitworth", "Lynn Whitworth")]
    [InlineData("Jean DUPONT", "Jean Dupont")]
    [InlineData("Heidi Van Pelt", "Heidi Van Pelt")]
    [InlineData("info@EXAMPLE.com www.Example.COM", "info@EXAMPLE.com www.Example.COM")]
    public void In_mixed_case_only_words_without_intent_change(string raw, string expected) =>
        Assert.Equal((expected, null), Transforming.By(Plain, raw));

    [Fact]
    public void Listed_words_are_written_as_listed()
    {
        var cleaner = new TitleCaseCleaner(["IKEA", "iPhone", "AT"]);

        Assert.Equal(("IKEA iPhone Store AT Home", null), Transforming.By(cleaner, "ikea IPHONE Store at home"));
    }

    [Fact]
    public void Blank_space_stays_where_it_is()
    {
        Assert.Equal(("  John\t Smith ", null), Transforming.By(Plain, "  JOHN\t SMITH "));
        Assert.Equal((null, null), Transforming.By(Plain, ""));
    }

    [Fact]
    public void Ordinary_values_allocate_nothing() =>
        Transforming.AssertAllocatesNothing(Plain, "JOHN SMITH", "jan van der berg iii", "O'Brien McDonald", "MÜLLER GMBH");
}
