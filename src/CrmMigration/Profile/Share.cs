namespace CrmMigration.Profile;

/// <summary>A part of what was read, and what that says of the whole table: between <see cref="Low"/> and <see cref="High"/> percent, in 95 of 100 cases.</summary>
/// <param name="Values">Of what was read.</param>
/// <param name="Of">Everything that was read and could count.</param>
public sealed record Share(long Values, long Of, double Percent, double Low, double High)
{
    // The two-sided 95 % point of the normal distribution.
    private const double Z = 1.959964;

    public static Share None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>True where everything was read.</summary>
    public bool IsExact => Low == High;

    /// <summary>Of all there is.</summary>
    public static Share Exact(long values, long of)
    {
        var percent = of == 0 ? 0 : Rounded(100.0 * values / of);
        return new(values, of, percent, percent, percent);
    }

    /// <summary>Of a sample, with E. B. Wilson's interval (1927), which holds for shares near 0 and 100 % too.</summary>
    /// <param name="alike">So many values count as one observation, as those of one page may all be alike.</param>
    public static Share Sampled(long values, long of, double alike)
    {
        if (of == 0)
        {
            return None;
        }

        var n = Math.Max(1, of / alike);
        var p = (double)values / of;
        var centre = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return new(values, of, Rounded(100 * p), Rounded(100 * Math.Max(0, centre - half)), Rounded(100 * Math.Min(1, centre + half)));
    }

    /// <summary>About how many of a whole of that size.</summary>
    public long Scaled(long whole) => Of == 0 ? 0 : (long)Math.Round((double)whole * Values / Of);

    private static double Rounded(double percent) => Math.Round(percent, 4);
}
