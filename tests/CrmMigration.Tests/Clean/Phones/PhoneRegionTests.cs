using CrmMigration.Clean.Phones;
using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

public class PhoneRegionTests
{
    [Theory]
    [InlineData("GB")]
    [InlineData("gb")]
    public void A_region_is_found_in_either_letter_case(string iso2)
    {
        var found = PhoneRegion.TryFind(iso2, out var region);

        Assert.True(found);
        Assert.Equal("GB", region?.Iso2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("UK")]
    [InlineData("USA")]
    [InlineData("00")]
    [InlineData("ZZ")]
    [InlineData("ÄÖ")]
    public void What_is_no_region_is_not_found(string iso2)
    {
        var found = PhoneRegion.TryFind(iso2, out var region);

        Assert.False(found);
        Assert.Null(region);
    }

    [Fact]
    public void Every_known_region_can_be_found()
    {
        var missing = PhoneRegion.Known.Where(iso2 => !PhoneRegion.TryFind(iso2, out _));

        Assert.Empty(missing);
        Assert.Contains("US", PhoneRegion.Known);
        Assert.Equal(245, PhoneRegion.Known.Count);
        Assert.DoesNotContain("00", PhoneRegion.Known);
    }
}
