namespace CrmMigration.Plan.Checking;

/// <summary>Compares what stands in brackets behind a type: the (12,2) of a numeric, the (3) of a timestamp. Packed as in
/// pg_attribute.atttypmod.</summary>
internal static class TypeModifier
{
    private const int None = -1;
    private const int Overhead = 4;
    private const int MostSecondDigits = 6;
    private const int ScaleBits = 0x7ff;
    private const int LowHalf = 0xffff;
    private const int HalfBits = 16;

    /// <summary>Does every value of the one column stay as it is in the other? Both are of the same base type.</summary>
    public static bool Fits(LiveColumn from, LiveColumn to) =>
        from.Modifier == to.Modifier || to.Modifier == None || from.BaseType.TrimStart('_') switch
        {
            "numeric" => from.Modifier != None && Scale(from.Modifier) == Scale(to.Modifier) && Precision(from.Modifier) <= Precision(to.Modifier),
            "varchar" or "varbit" => from.Modifier != None && from.Modifier <= to.Modifier,
            "time" or "timetz" or "timestamp" or "timestamptz" => SecondDigits(from.Modifier) <= SecondDigits(to.Modifier),
            _ => false,
        };

    private static int Precision(int modifier) => (modifier - Overhead) >> HalfBits & LowHalf;

    /// <summary>A numeric with more digits behind the point than before would come back as 1.1000 for 1.10, so the scale must be
    /// equal.</summary>
    private static int Scale(int modifier) => modifier - Overhead & ScaleBits;

    private static int SecondDigits(int modifier) => modifier == None ? MostSecondDigits : modifier;
}
