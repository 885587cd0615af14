namespace CrmMigration.Rehearse.Forecast;

/// <summary>A figure that is foreseen, and the range it should lie in nineteen times out of twenty.</summary>
public sealed record Estimate(long Likely, long Low, long High)
{
    public bool IsExact => Low == High;

    public static Estimate Exactly(long figure) => new(figure, figure, figure);

    /// <param name="doubt">How much more it may be, as a share of it; it may be as many times less.</param>
    public static Estimate Within(double likely, double doubt) =>
        new((long)Math.Round(likely), (long)Math.Round(likely / (1 + doubt)), (long)Math.Round(likely * (1 + doubt)));

    public static Estimate operator +(Estimate left, Estimate right) => Add(left, right);

    /// <summary>The sum of two that err together, as two times on one machine do.</summary>
    public static Estimate Add(Estimate left, Estimate right) => new(left.Likely + right.Likely, left.Low + right.Low, left.High + right.High);
}
