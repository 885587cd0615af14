using CrmMigration.Reconcile.Report;
using Xunit;

namespace CrmMigration.Tests.Reconcile.Report;

public class FiguresRead
{
    [Theory]
    [InlineData(-3, "0 ms")]
    [InlineData(0.85, "850 ms")]
    [InlineData(0.9999, "1.0 s")]
    [InlineData(8.44, "8.4 s")]
    [InlineData(9.96, "10 s")]
    [InlineData(59.7, "1 min 00 s")]
    [InlineData(133, "2 min 13 s")]
    [InlineData(3_599.8, "1 h 00 min")]
    [InlineData(3_725, "1 h 02 min")]
    [InlineData(183_600, "2 d 3 h")]
    public void Durations_in_two_units_at_most(double seconds, string expected) =>
        Assert.Equal(expected, Figures.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(-1, "0 rows/s")]
    [InlineData(0.24, "0.2 rows/s")]
    [InlineData(9.97, "10 rows/s")]
    [InlineData(999.6, "1,000 rows/s")]
    [InlineData(412_345, "412,000 rows/s")]
    [InlineData(1_234_567, "1,230,000 rows/s")]
    public void Rates_in_three_digits(double rate, string expected) => Assert.Equal(expected, Figures.Rate(rate));

    [Theory]
    [InlineData(0, 0, "–")]
    [InlineData(0, 10, "0 %")]
    [InlineData(1, 1_000_000, "under 0.1 %")]
    [InlineData(1, 8, "12.5 %")]
    [InlineData(999_999, 1_000_000, "over 99.9 %")]
    [InlineData(10, 10, "100 %")]
    public void Shares_that_never_round_something_to_nothing(long part, long whole, string expected) =>
        Assert.Equal(expected, Figures.Share(part, whole));

    [Theory]
    [InlineData("184203117.4500", "184,203,117.4500")]
    [InlineData("-1234", "-1,234")]
    [InlineData("999", "999")]
    [InlineData("0.10", "0.10")]
    [InlineData("NaN", "NaN")]
    [InlineData("-Infinity", "-Infinity")]
    [InlineData("1234567890123456789012345678901234567890", "1,234,567,890,123,456,789,012,345,678,901,234,567,890")]
    public void Exact_numbers_digit_for_digit(string number, string expected) => Assert.Equal(expected, Figures.Exact(number));
}
