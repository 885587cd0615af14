namespace CrmMigration.Reconcile.Report.Page;

/// <summary>
/// Where the ribbons of a flow picture lie: heights proportional to rows, none thinner than can be seen (the others give way), and
/// every label with room of its own.
/// </summary>
internal sealed class FlowLayout
{
    private const double FullHeight = 190;
    private const double LeastHeight = 2.5;
    private const double Gap = 10;

    private FlowLayout(IReadOnlyList<FlowBand> bands, double height) => (Bands, Height) = (bands, height);

    /// <summary>Room for a label of two lines.</summary>
    public static double LabelHeight => 40;

    /// <summary>Room above the block of rows read, for its label.</summary>
    public static double Top => 30;

    /// <summary>One for each fate that some row met, and one for rows whose fate is missing; empty when no row was read.</summary>
    public IReadOnlyList<FlowBand> Bands { get; }

    public double Height { get; }

    /// <summary>Height of the block of rows read, which begins at <see cref="Top"/>.</summary>
    public double ReadHeight => Bands.Sum(band => band.Height);

    public static FlowLayout Of(FateCounts counts)
    {
        var fates = Met(counts);
        var heights = Heights([.. fates.Select(fate => fate.Rows)]);
        List<FlowBand> bands = [];
        var (from, slot) = (Top, Top);
        for (var i = 0; i < fates.Count; i++)
        {
            var room = Math.Max(heights[i], LabelHeight);
            bands.Add(new(fates[i], heights[i], from, slot + ((room - heights[i]) / 2), slot + (room / 2)));
            from += heights[i];
            slot += room + Gap;
        }

        return new(bands, Math.Max(slot - Gap, from));
    }

    private static List<Fate> Met(FateCounts counts)
    {
        var met = Fate.AllOf(counts).Where(fate => fate.Rows > 0).ToList();
        if (counts.Read > counts.Accounted)
        {
            met.Add(new("missing", "no fate is known", counts.Read - counts.Accounted));
        }

        return met;
    }

    private static double[] Heights(long[] rows)
    {
        double total = rows.Sum();
        bool IsThin(long count) => count / total * FullHeight < LeastHeight;
        var thin = rows.Count(IsThin) * LeastHeight;
        double others = rows.Where(count => !IsThin(count)).Sum();
        return [.. rows.Select(count => IsThin(count) ? LeastHeight : count / others * (FullHeight - thin))];
    }
}
