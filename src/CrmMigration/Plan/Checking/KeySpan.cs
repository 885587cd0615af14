using System.Globalization;

namespace CrmMigration.Plan.Checking;

/// <summary>The lowest and the highest key that a source's rows have in the target, also where its type has no such number.</summary>
internal sealed record KeySpan(SourcePlan Plan, Int128 Low, Int128 High)
{
    public string Shown => Low == High ? Text(Low) : $"{Text(Low)} to {Text(High)}";

    public static KeySpan Of(SourcePlan plan, (long Low, long High) range)
    {
        var by = plan.Keys is KeyPolicy.Offset offset ? offset.By : 0;
        return new(plan, (Int128)range.Low + by, (Int128)range.High + by);
    }

    public static string Text(Int128 number) => number.ToString(CultureInfo.InvariantCulture);
}
