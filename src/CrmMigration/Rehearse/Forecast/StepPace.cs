namespace CrmMigration.Rehearse.Forecast;

/// <summary>What a step over a partition takes: so much by itself, and so much for each row.</summary>
/// <param name="Overhead">Seconds.</param>
/// <param name="PerRow">Seconds.</param>
/// <param name="Doubt">How much <see cref="PerRow"/> may err, as a share of it.</param>
internal sealed record StepPace(double Overhead, double PerRow, double Doubt)
{
    // A median of normal figures errs that many times as much as their mean.
    private const double OfMedian = 1.2533;

    // And so much is a standard deviation in median distances from the median.
    private const double OfDistance = 1.4826;

    /// <summary>Told from steps over partitions of two sizes; where they do not differ, all of the time is the rows'.</summary>
    public static StepPace Of(IReadOnlyList<(long Rows, double Seconds)> steps)
    {
        var ordered = steps.OrderBy(step => step.Rows).ToList();
        var (small, large) = (ordered[..(ordered.Count / 2)], ordered[(ordered.Count / 2)..]);
        var whole = new StepPace(0, steps.Sum(step => step.Seconds) / Math.Max(1, steps.Sum(step => step.Rows)), 0);
        if (small.Count < 2 || Rows(large) < 1.5 * Rows(small))
        {
            return whole;
        }

        var distance = Rows(large) - Rows(small);
        var perRow = (Seconds(large) - Seconds(small)) / distance;
        return perRow <= 0
            ? whole with { Doubt = 0.5 }
            : new(Math.Max(0, Seconds(small) - (perRow * Rows(small))), perRow, Math.Sqrt(Error(small) + Error(large)) / distance / perRow);
    }

    public double Seconds(long partitions, long rows) => (partitions * Overhead) + (rows * PerRow);

    private static double Rows(List<(long Rows, double Seconds)> steps) => Median([.. steps.Select(step => (double)step.Rows)]);

    private static double Seconds(List<(long Rows, double Seconds)> steps) => Median([.. steps.Select(step => step.Seconds)]);

    // The variance of the median.
    private static double Error(List<(long Rows, double Seconds)> steps)
    {
        var middle = Seconds(steps);
        return Math.Pow(OfMedian * OfDistance * Median([.. steps.Select(step => Math.Abs(step.Seconds - middle))]), 2) / steps.Count;
    }

    private static double Median(double[] figures)
    {
        Array.Sort(figures);
        return figures.Length == 0 ? 0 : (figures[(figures.Length - 1) / 2] + figures[figures.Length / 2]) / 2;
    }
}
