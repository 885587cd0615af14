using CrmMigration.Clean.Typed;
using Xunit;

namespace CrmMigration.Tests.Clean.Typed;

public class DateTests
{
    [Theory]
    [InlineData("dd.MM.yyyy", "31.01.2020", "2020-01-31")]
    [InlineData("dd.MM.yyyy", " 1.2.2020\u00A0", "2020-02-01")]
    [InlineData("d. M. yyyy", "1.\u00A02. 2020", "2020-02-01")]
    [InlineData("M/d/yyyy", "2/29/2004", "2004-02-29")]
    [InlineData("yyyyMMdd", "20041231", "2004-12-31")]
    [InlineData("yyyy年M月d日", "２００４年１月２日", "2004-01-02")]
    [InlineData("d MMM yyyy", "3 Sept. 2004", "2004-09-03")]
    [InlineData("d. MMMM yyyy", "3. März 2004", "2004-03-03")]
    [InlineData("d. MMMM yyyy", "3. MA\u0308RZ 2004", "2004-03-03")]
    [InlineData("d MMMM yyyy", "14 juillet 1989", "1989-07-14")]
    [InlineData("d 'de' MMMM 'de' yyyy", "2 de marzo de 2004", "2004-03-02")]
    [InlineData("d MMMM yyyy", "9 maja 2004", "2004-05-09")]
    [InlineData("d MMMM yyyy", "9 мая 2004", "2004-05-09")]
    [InlineData("dddd, MMMM d, yyyy", "Tuesday, March 2, 2004", "2004-03-02")]
    [InlineData("ddd dd-MMM-yyyy", "Di. 02-Mrz-2004", "2004-03-02")]
    [InlineData("dd/MM/yyyy", "٠٢/٠٣/٢٠٠٤", "2004-03-02")]
    [InlineData("dd.MM.yyyy", "2020-01-31", "2020-01-31")]
    [InlineData("dd.MM.yyyy", "01.01.0001", "0001-01-01")]
    [InlineData("excel", "44197", "2021-01-01")]
    [InlineData("excel", "1", "1900-01-01")]
    [InlineData("excel", "61", "1900-03-01")]
    public void A_date_in_a_listed_format_becomes_an_ISO_date(string format, string raw, string expected) =>
        Assert.Equal((expected, null), Transforming.By(Dates(format), raw));

    [Theory]
    [InlineData("dd.MM.yyyy HH:mm", "31.12.2020 8:05", "2020-12-31 08:05:00")]
    [InlineData("dd.MM.yyyy HH:mm:ss.f", "31.12.2020 23:59:58.120", "2020-12-31 23:59:58.12")]
    [InlineData("M/d/yyyy h:mm tt", "12/31/2020 12:05 am", "2020-12-31 00:05:00")]
    [InlineData("M/d/yyyy h:mm tt", "12/31/2020 12:05 P.M.", "2020-12-31 12:05:00")]
    [InlineData("M/d/yyyy h:mm tt", "12/31/2020 1:05 PM", "2020-12-31 13:05:00")]
    [InlineData("yyyy-MM-ddTHH:mm:sszzz", "2020-12-31T23:30:00-02:00", "2021-01-01 01:30:00")]
    [InlineData("iso", "2020-12-31T23:30:00.1234567Z", "2020-12-31 23:30:00.123456")]
    [InlineData("iso", "2020-12-31 23:30:00+0530", "2020-12-31 18:00:00")]
    [InlineData("iso", "2020-12-31 23:30", "2020-12-31 23:30:00")]
    [InlineData("iso", "2020-12-31", "2020-12-31 00:00:00")]
    [InlineData("unix", "1609459199", "2020-12-31 23:59:59")]
    [InlineData("unix", "-1", "1969-12-31 23:59:59")]
    [InlineData("unixMilliseconds", "1609459199120", "2020-12-31 23:59:59.12")]
    [InlineData("excel", "44196.75", "2020-12-31 18:00:00")]
    public void A_time_becomes_an_ISO_timestamp(string format, string raw, string expected) =>
        Assert.Equal((expected, null), Transforming.By(Timestamps(format), raw));

    [Theory]
    [InlineData("dd.MM.yyyy", "31.02.2020")]
    [InlineData("dd.MM.yyyy", "29.02.1900")]
    [InlineData("dd.MM.yyyy", "00.00.0000")]
    [InlineData("dd.MM.yyyy", "12.31.2020")]
    [InlineData("dd.MM.yyyy", "2020-02-30")]
    [InlineData("dd.MM.yyyy HH:mm", "01.01.2020 24:00")]
    [InlineData("dd.MM.yyyy HH:mm:ss", "01.01.2020 23:59:60")]
    [InlineData("M/d/yyyy h:mm tt", "1/1/2020 13:00 PM")]
    [InlineData("excel", "60")]
    [InlineData("excel", "99999999")]
    [InlineData("unix", "99999999999999")]
    public void A_day_or_time_that_is_not_is_impossible(string format, string raw) =>
        Assert.Equal((null, "date.impossible"), Transforming.By(Timestamps(format), raw));

    [Theory]
    [InlineData("2/3/04")]
    [InlineData("2020")]
    [InlineData("31.12.20")]
    [InlineData("31.12.2020x")]
    [InlineData("31.12.2020 10:00")]
    [InlineData("n/a")]
    [InlineData("31 Foo 2020")]
    public void What_no_format_reads_is_unreadable(string raw) =>
        Assert.Equal((null, "date.unreadable"), Transforming.By(Dates("dd.MM.yyyy", "d MMM yyyy"), raw));

    [Theory]
    [InlineData("2/3/04", "2004-03-02")]
    [InlineData("2/3/29", "2029-03-02")]
    [InlineData("2/3/30", "1930-03-02")]
    [InlineData("2/3/99", "1999-03-02")]
    public void Two_digits_of_a_year_are_of_the_pivots_hundred_years(string raw, string expected)
    {
        Assert.True(DateFormat.TryParse("d/M/yy", 1930, out var format, out _));

        Assert.Equal((expected, null), Transforming.By(new DateCleaner([format], false), raw));
    }

    [Fact]
    public void A_date_that_two_formats_read_differently_is_ambiguous()
    {
        var cleaner = Dates("d/M/yyyy", "M/d/yyyy");

        Assert.Equal((null, "date.ambiguous"), Transforming.By(cleaner, "2/3/2004"));
        Assert.Equal(("2004-03-03", null), Transforming.By(cleaner, "3/3/2004"));
        Assert.Equal(("2004-03-31", null), Transforming.By(cleaner, "3/31/2004"));
        Assert.Null(Transforming.Suggestion(cleaner, "2/3/2004"));
    }

    [Fact]
    public void A_time_of_day_is_left_out_by_a_rule_unless_it_is_midnight()
    {
        var cleaner = Dates("dd.MM.yyyy HH:mm");

        Assert.Equal(("2020-12-31", null), Transforming.By(cleaner, "31.12.2020 00:00"));
        Assert.Equal(("2020-12-31", "date.time-left-out"), Transforming.By(cleaner, "31.12.2020 10:00"));
        Assert.Equal(("2020-12-31", null), Transforming.By(cleaner, "2020-12-31T00:00:00+02:00"));
    }

    [Theory]
    [InlineData("dd.MM.yyyy", "12.31.2020", "2020-12-31")]
    [InlineData("dd.MM.yyyy", "31/12/2020", "2020-12-31")]
    [InlineData("MM/dd/yyyy", "31-12-2020", "2020-12-31")]
    [InlineData("dd.MM.yyyy", "31.02.2020", null)]
    [InlineData("dd.MM.yyyy", "31.31.2020", null)]
    [InlineData("dd.MM.yyyy", "nonsense", null)]
    public void The_other_order_or_separator_is_suggested_where_only_that_is_possible(string format, string raw, string? suggestion) =>
        Assert.Equal(suggestion, Transforming.Suggestion(Dates(format), raw));

    [Fact]
    public void Ordinary_values_allocate_nothing()
    {
        Transforming.AssertAllocatesNothing(Dates("dd.MM.yyyy", "d MMM yyyy"), "31.12.2020", "3 Sept. 2004", "2020-12-31", "n/a");
        Transforming.AssertAllocatesNothing(Timestamps("dd.MM.yyyy HH:mm"), "31.12.2020 10:00");
    }

    private static DateCleaner Dates(params string[] formats) => new(formats.Select(Parse), false);

    private static DateCleaner Timestamps(params string[] formats) => new(formats.Select(Parse), true);

    private static DateFormat Parse(string text)
    {
        Assert.True(DateFormat.TryParse(text, null, out var format, out var fault), fault);
        return format;
    }
}
