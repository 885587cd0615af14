using CrmMigration.Clean.Phones;
using CrmMigration.Tests.Plan;
using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

/// <summary>The committed file of phone plans is one that scripts/phone-plans would write.</summary>
public class PlanFileTests
{
    private const int Digits = 10;
    private const int NoChild = 15;

    [Fact]
    public void It_tells_the_package_that_the_script_names()
    {
        var script = File.ReadAllText(Repository.File("scripts/phone-plans/generate.sh"));

        Assert.Matches(@"^libphonenumber-js \d+\.\d+\.\d+$", PlanFile.Source);
        Assert.Contains($"{{1:-{PlanFile.Source.Split(' ')[1]}}}", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_regions_are_in_order_and_each_has_its_code_and_lengths()
    {
        var regions = Enumerable.Range(0, PlanFile.RegionCount).Select(PlanFile.Region).ToList();

        Assert.Equal(regions.Select(region => region.Name).Order(StringComparer.Ordinal), regions.Select(region => region.Name));
        Assert.Equal(PhoneRegion.Known.Count, PhoneRegion.Known.Distinct().Count());
        Assert.All(regions, region => Assert.NotEqual(0, region.Lengths));
        Assert.All(regions, region => Assert.Equal(0, region.Lengths & ~0b11_1111_1111_1111_1100));
        Assert.All(regions, region => Assert.Same(CallingCode.Of(region.CallingCode), CallingCode.At(CallingCode.Of(region.CallingCode).Digits)));
    }

    [Fact]
    public void Its_calling_codes_have_a_main_region_and_none_begins_like_another()
    {
        var codes = Enumerable.Range(0, PlanFile.CodeCount).Select(PlanFile.CallingCode).ToList();

        Assert.Equal(codes.Order(), codes);
        Assert.All(Enumerable.Range(0, codes.Count), i => Assert.Equal(codes[i], PlanFile.Region(PlanFile.MainRegion(i)).CallingCode));
        Assert.DoesNotContain(codes, code => codes.Contains(code / 10) || codes.Contains(code / 100));
        Assert.Equal("US", CallingCode.Of(1).Main.Iso2);
        Assert.Equal("GB", CallingCode.Of(44).Main.Iso2);
    }

    [Fact]
    public void Its_automata_stay_within_the_file_and_have_an_end()
    {
        var depths = new Dictionary<int, int> { [0] = 0 };
        var regions = Enumerable.Range(0, PlanFile.RegionCount).Select(PlanFile.Region);
        DigitTree[] trees =
            [.. regions.SelectMany(region => (DigitTree[])[region.General, region.TrunkPrefix, region.PrefixAbroad]), .. Enumerable.Range(0, PlanFile.CodeCount).Select(PlanFile.Assigned)];

        var deepest = trees.Max(tree => DepthOf(tree.Root, depths));

        Assert.InRange(deepest, 12, 20);
        Assert.Equal(PlanFile.Nodes.Length, 1 + depths.Keys.Where(node => node > 0).Sum(node => 1 + Children(node).Count));
    }

    // Each node once; a cycle would overflow the depth that is asserted.
    private static int DepthOf(int node, Dictionary<int, int> depths, int above = 0)
    {
        Assert.InRange(above, 0, 20);
        if (!depths.TryGetValue(node, out var depth))
        {
            depths[node] = depth = 1 + Children(node).Select(child => DepthOf(child, depths, above + 1)).DefaultIfEmpty().Max();
        }

        return depth;
    }

    private static List<int> Children(int node)
    {
        var map = PlanFile.Maps[PlanFile.Nodes[node] & ((1 << PlanFile.MapBits) - 1)];
        var used = Enumerable.Range(0, Digits).Select(digit => (int)(map >> (4 * digit)) & NoChild).Where(child => child != NoChild).Distinct().Order().ToList();
        Assert.Equal(Enumerable.Range(0, used.Count), used);
        return [.. used.Select(child => (int)PlanFile.Nodes[node + 1 + child])];
    }
}
