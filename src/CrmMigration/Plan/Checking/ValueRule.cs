namespace CrmMigration.Plan.Checking;

/// <summary>Which columns take what leaves a field's last transform.</summary>
internal static class ValueRule
{
    /// <summary>Null where every column of that type takes the kind; how wide it is, is another matter.</summary>
    public static TypeProblem? Of(ValueKind kind, LiveColumn to) => to.IsText || Takes(kind, to.BaseType)
        ? null
        : new(
            $"a column for {Words(kind)}: {Types(kind)}",
            KindOf(to.BaseType) is { } wanted
                ? $"Change the type of \"{to.Name}\", or end \"as\" with a transform that gives {Words(wanted)}."
                : $"Change the type of \"{to.Name}\", or name another column.");

    private static bool Takes(ValueKind kind, string type) => kind switch
    {
        ValueKind.Text => type == "uuid",
        ValueKind.Date => type is "date" or "timestamp" or "timestamptz",
        ValueKind.Timestamp => type is "timestamp" or "timestamptz",
        ValueKind.Boolean => type == "bool",
        _ => type is "numeric" or "int2" or "int4" or "int8" or "float4" or "float8",
    };

    private static ValueKind? KindOf(string type) => type switch
    {
        "date" => ValueKind.Date,
        "timestamp" or "timestamptz" => ValueKind.Timestamp,
        "bool" => ValueKind.Boolean,
        "int2" or "int4" or "int8" => ValueKind.Integer,
        "numeric" or "float4" or "float8" => ValueKind.Decimal,
        _ => null,
    };

    private static string Words(ValueKind kind) => kind switch
    {
        ValueKind.Date => "dates",
        ValueKind.Timestamp => "timestamps",
        ValueKind.Decimal => "numbers",
        ValueKind.Integer => "whole numbers",
        ValueKind.Boolean => "true and false",
        _ => "text",
    };

    private static string Types(ValueKind kind) => kind switch
    {
        ValueKind.Date => "date, timestamp, timestamptz, text",
        ValueKind.Timestamp => "timestamp, timestamptz, text",
        ValueKind.Boolean => "boolean, text",
        ValueKind.Text => "text, varchar, uuid",
        _ => "numeric, smallint, integer, bigint, real, double precision, text",
    };
}
