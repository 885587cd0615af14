using System.Text;
using CrmMigration.Profile.Tally;
using Xunit;

namespace CrmMigration.Tests.Profile.Tally;

public sealed class FrequentShapesHold
{
    [Fact]
    public void Few_shapes_are_counted_exactly()
    {
        var shapes = Of(Enumerable.Range(0, 100).Select(i => $"s{i % 3}"), capacity: 3);

        Assert.Equal(0, shapes.Missed);
        Assert.Equal([("s0", 34), ("s1", 33)], shapes.Top(2));
    }

    [Fact]
    public void A_frequent_shape_is_never_lost_among_many_and_never_counted_too_high()
    {
        // Every fourth text has the shape that counts, and it comes late; all others are different.
        var shapes = Of(Enumerable.Range(0, 4000).Select(i => i > 2000 && i % 2 == 0 ? "often" : $"once {i}"), capacity: 16);

        var (shape, count) = Assert.Single(shapes.Top(1));

        Assert.Equal("often", shape);
        Assert.InRange(count, 999 - shapes.Missed, 999);
        Assert.InRange(shapes.Missed, 1, 4000 / 8);
    }

    [Fact]
    public void Two_halves_make_a_whole()
    {
        var one = Of(["a", "b", "a"], capacity: 8);

        one.MergeFrom(Of(["a", "c"], capacity: 8));

        Assert.Equal([("a", 3), ("b", 1), ("c", 1)], one.Top(8));
    }

    private static FrequentShapes Of(IEnumerable<string> texts, int capacity)
    {
        var shapes = new FrequentShapes(capacity);
        foreach (var text in texts)
        {
            shapes.Add(Encoding.UTF8.GetBytes(text));
        }

        return shapes;
    }
}
