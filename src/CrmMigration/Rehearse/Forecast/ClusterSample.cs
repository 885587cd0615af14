namespace CrmMigration.Rehearse.Forecast;

/// <summary>
/// Tells from some ranges of a table how many rows of all of it have something in common. Rows of one range are often alike, as they came
/// from one import: the ranges are the units of the sample, not the rows (Cochran, Sampling Techniques, 3rd edition, 9A.1: ratio to
/// size). The interval is Wilson's, for as many rows as would err as much if they had been drawn one by one.
/// </summary>
/// <param name="rows">Of each range.</param>
/// <param name="whole">Rows of the whole table.</param>
internal sealed class ClusterSample(IReadOnlyList<long> rows, long whole)
{
    private readonly long sampled = rows.Sum();

    /// <param name="hits">Of each range, the rows in question.</param>
    public Estimate Of(IReadOnlyList<long> hits)
    {
        var found = hits.Sum();
        if (sampled >= whole || sampled == 0)
        {
            return new(found, found, sampled == 0 ? whole : found);
        }

        var share = (double)found / sampled;

        // What was met nowhere may stand together somewhere: then it is the ranges that count.
        var (low, high) = Wilson(share, found == 0 ? rows.Count : sampled / DesignEffect(hits, share), Student(rows.Count - 1));

        // What was looked at is certain; only the rest is foreseen.
        var unseen = Math.Sqrt(1 - ((double)sampled / whole));
        long Rows(double part) => Math.Clamp((long)Math.Round(part * whole), found, whole - (sampled - found));
        return new(Rows(share), Rows(share - ((share - low) * unseen)), Rows(share + ((high - share) * unseen)));
    }

    // How many times the variance of rows drawn one by one.
    private double DesignEffect(IReadOnlyList<long> hits, double share)
    {
        var alone = share * (1 - share) / sampled;
        if (alone == 0 || rows.Count < 2)
        {
            return 1;
        }

        var mean = (double)sampled / rows.Count;
        var squares = rows.Zip(hits, (size, hit) => Math.Pow(hit - (share * size), 2)).Sum() / (rows.Count - 1);
        return Math.Max(1, squares / (rows.Count * mean * mean) / alone);
    }

    private static (double Low, double High) Wilson(double share, double count, double z)
    {
        var centre = share + (z * z / (2 * count));
        var half = z * Math.Sqrt((share * (1 - share) / count) + (z * z / (4 * count * count)));
        var norm = 1 + (z * z / count);
        return (Math.Max(0, (centre - half) / norm), Math.Min(1, (centre + half) / norm));
    }

    // The 97.5 % point of Student's t (expansion of Cornish and Fisher); 1 degree of freedom at least.
    private static double Student(int degrees)
    {
        const double Z = 1.959964;
        var v = (double)Math.Max(1, degrees);
        return degrees < 2 ? 12.706
            : Z + ((Math.Pow(Z, 3) + Z) / (4 * v)) + (((5 * Math.Pow(Z, 5)) + (16 * Math.Pow(Z, 3)) + (3 * Z)) / (96 * v * v));
    }
}
