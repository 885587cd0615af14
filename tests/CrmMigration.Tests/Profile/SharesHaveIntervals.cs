using CrmMigration.Profile;
using CrmMigration.Profile.Reading;
using CrmMigration.Profile.Telling;
using Xunit;

namespace CrmMigration.Tests.Profile;

public sealed class SharesHaveIntervals
{
    [Fact]
    public void What_was_read_whole_has_none()
    {
        var share = Share.Exact(1, 8);

        Assert.True(share.IsExact);
        Assert.Equal((12.5, 12.5, 12.5), (share.Percent, share.Low, share.High));
        Assert.Equal("12.5 %", ShareWords.Interval(share));
    }

    // Figures of Wilson's interval from R's binom package.
    [Theory]
    [InlineData(10, 100, 5.5229, 17.4366)]
    [InlineData(0, 50, 0, 7.1348)]
    [InlineData(50, 50, 92.8652, 100)]
    public void A_sample_has_wilsons(long values, long of, double low, double high)
    {
        var share = Share.Sampled(values, of, alike: 1);

        Assert.Equal(low, share.Low, 3);
        Assert.Equal(high, share.High, 3);
    }

    [Fact]
    public void Rows_of_a_page_count_as_one() =>
        Assert.Equal(Share.Sampled(10, 100, 1).High, Share.Sampled(1000, 10_000, 100).High, 3);

    [Fact]
    public void Of_nothing_there_is_no_share()
    {
        Assert.Equal(0, Share.Exact(0, 0).Percent);
        Assert.Equal(Share.None, Share.Sampled(0, 0, 1));
        Assert.Equal(0, Share.None.Scaled(1000));
    }

    [Theory]
    [InlineData("1234567.89", "1230000")]
    [InlineData("-98765", "-98700")]
    [InlineData("0.00012345", "0.000123")]
    [InlineData("12.50", "12.5")]
    [InlineData("100", "100")]
    [InlineData("0", "0")]
    [InlineData("1.2345e+30", "1.23e+30")]
    public void Ends_are_cut_to_three_digits(string number, string shown) => Assert.Equal(shown, RoundedNumber.Of(number));
}
