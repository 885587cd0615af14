using System.Globalization;
using CrmMigration.Clean.Typed;
using Xunit;

namespace CrmMigration.Tests.Clean.Typed;

public class DateFormatTests
{
    [Theory]
    [InlineData("DD.MM.YYYY", "DD means nothing")]
    [InlineData("dd.mm.yyyy", "it has minutes (m) and no month; write M for the month")]
    [InlineData("dd.MM", "it has no year (yyyy)")]
    [InlineData("MM.yyyy", "it has no day (d)")]
    [InlineData("HH:mm", "it has no day (d)")]
    [InlineData("dd.yyyy", "it has no month (M)")]
    [InlineData("dd.dd.MM.yyyy", "the day stands twice")]
    [InlineData("dd.MM.yyyy hh:mm", "h goes with tt (AM or PM)")]
    [InlineData("dd.MM.yyyy HH:mm tt", "h goes with tt (AM or PM)")]
    [InlineData("dd.MM.yyyy :mm", "it has a part of a time and no hour (H)")]
    [InlineData("dd.MM.yy", "no \"pivot\"")]
    [InlineData("dd.MM.yyyy 'Uhr", "the quote at character 12 is not closed")]
    [InlineData("dd.MM.yyyyy", "yyyyy means nothing")]
    [InlineData("", "it has no day (d)")]
    public void What_is_wrong_with_a_format_is_told(string text, string expected)
    {
        Assert.False(DateFormat.TryParse(text, null, out _, out var fault));
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dd.MM.yyyy", false)]
    [InlineData("dd.MM.yyyy HH:mm", true)]
    [InlineData("dd.MM.yyyy h tt", true)]
    [InlineData("iso", false)]
    [InlineData("excel", false)]
    [InlineData("unix", true)]
    public void A_format_says_whether_it_has_a_time(string text, bool hasTime)
    {
        Assert.True(DateFormat.TryParse(text, null, out var format, out var fault), fault);
        Assert.Equal(hasTime, format.HasTime);
    }

    [Theory]
    [InlineData("en", "January February March April May June July August September October November December")]
    [InlineData("de", "Jänner Feber März April Mai Juni Juli August September Oktober November Dezember")]
    [InlineData("fr", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.")]
    [InlineData("es", "ene feb mar abr may jun jul ago sep oct nov dic")]
    [InlineData("it", "gen feb mar apr mag giu lug ago set ott nov dic")]
    [InlineData("pl", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia")]
    [InlineData("cs", "ledna února března dubna května června července srpna září října listopadu prosince")]
    [InlineData("fi", "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta")]
    [InlineData("tr", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık")]
    [InlineData("ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря")]
    [InlineData("el", "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου")]
    public void Months_are_known_by_name(string language, string names)
    {
        Assert.True(DateFormat.TryParse("d MMMM yyyy", null, out var format, out _));
        var cleaner = new DateCleaner([format], false);

        foreach (var (i, name) in names.Split(' ').Index())
        {
            var expected = string.Create(CultureInfo.InvariantCulture, $"2001-{i + 1:00}-05");
            Assert.Equal((language, expected), (language, Transforming.By(cleaner, $"5 {name} 2001").Value));
        }
    }
}
