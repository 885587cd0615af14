using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report.Page;
using Xunit;

namespace CrmMigration.Tests.Reconcile.Report;

public class FlowLayouts
{
    public static TheoryData<FateCounts> Counts { get; } =
    [
        new FateCounts(1_000_000, 999_995, 1, 1, 1, 1, 1),
        new FateCounts(6, 1, 1, 1, 1, 1, 1),
        new FateCounts(long.MaxValue / 2_000, long.MaxValue / 2_000, 0, 0, 0, 0, 0),
        new FateCounts(100, 50, 0, 0, 0, 0, 0),
        new FateCounts(100, 150, 0, 0, 0, 0, 0),
    ];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Every_ribbon_can_be_seen_and_no_label_or_ribbon_touches_another(FateCounts counts)
    {
        var layout = FlowLayout.Of(counts);

        Assert.All(layout.Bands, band => Assert.True(band.Height >= 2));
        Assert.All(layout.Bands.Zip(layout.Bands.Skip(1)), pair =>
        {
            Assert.True(pair.Second.LabelMiddle - pair.First.LabelMiddle >= FlowLayout.LabelHeight);
            Assert.True(pair.Second.To > pair.First.To + pair.First.Height);
            Assert.Equal(pair.First.From + pair.First.Height, pair.Second.From, 6);
        });
        Assert.All(layout.Bands, band => Assert.True(band.To + band.Height <= layout.Height));
    }

    [Fact]
    public void Heights_are_in_proportion_to_rows()
    {
        var layout = FlowLayout.Of(new FateCounts(1_000, 600, 0, 300, 100, 0, 0));

        Assert.Equal(2, layout.Bands[0].Height / layout.Bands[1].Height, 6);
        Assert.Equal(3, layout.Bands[1].Height / layout.Bands[2].Height, 6);
    }

    [Fact]
    public void Rows_without_a_fate_flow_into_a_ribbon_of_their_own()
    {
        var layout = FlowLayout.Of(new FateCounts(100, 90, 0, 0, 0, 0, 0));

        Assert.Equal(["created", "missing"], layout.Bands.Select(band => band.Fate.Name));
        Assert.Equal(10, layout.Bands[1].Fate.Rows);
    }
}
