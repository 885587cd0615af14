namespace CrmMigration.Plan.Checking;

/// <summary>The columns that a target table gets when the plan creates it.</summary>
internal static class CreatedColumns
{
    // The most that PostgreSQL lets stand in varchar(n).
    private const int LongestVarchar = 10_485_760;

    private static readonly Dictionary<ValueKind, LiveColumn> ByKind = new()
    {
        [ValueKind.Text] = Plain("text", "text", "textsend"),
        [ValueKind.Date] = Plain("date", "date", "date_send"),
        [ValueKind.Timestamp] = Plain("timestamp without time zone", "timestamp", "timestamp_send"),
        [ValueKind.Decimal] = Plain("numeric", "numeric", "numeric_send"),
        [ValueKind.Integer] = Plain("bigint", "int8", "int8send"),
        [ValueKind.Boolean] = Plain("boolean", "bool", "boolsend"),
    };

    /// <summary>A column for values that are copied.</summary>
    public static LiveColumn Of(LiveColumn source, string name, bool required) => (source with { Type = source.PlainType }) with
    {
        Name = name,
        IsDomain = false,
        NotNull = required,
        HasDefault = false,
        IsGenerated = false,
        IsIdentity = false,
        HasSequence = false,
    };

    /// <summary>The columns of a field, in its order.</summary>
    public static IReadOnlyList<LiveColumn> Of(FieldPlan field, IReadOnlyList<LiveColumn> from, IReadOnlyList<string> required) =>
        [.. field.To.Select((name, i) => Of(Typed(field, from, i), name, required.Contains(name)))];

    private static LiveColumn Typed(FieldPlan field, IReadOnlyList<LiveColumn> from, int place)
    {
        if (field.IsCopy)
        {
            return from[0];
        }

        if (field.Value is { } value)
        {
            return ByKind[value.Kind];
        }

        var moved = new CheckedField(field, from, []);
        var form = moved.Form;
        return form.Kind != ValueKind.Text ? ByKind[form.Kind]
            : moved.LongestAt(place) is { } longest && moved.LongestFrom is { } width ? Varchar(Math.Max(longest, width))
            : from is [{ MaxLength: null } only] ? only
            : ByKind[ValueKind.Text];
    }

    /// <summary>Cleaned text keeps the source's width, or gets more where it may grow; char(n) would pad it.</summary>
    private static LiveColumn Varchar(int width)
    {
        var type = $"character varying({width})";
        return width > LongestVarchar ? ByKind[ValueKind.Text] : Plain(type, "varchar", "varcharsend") with { MaxLength = width, Modifier = width + 4 };
    }

    private static LiveColumn Plain(string type, string baseType, string send) =>
        new() { Name = "", Type = type, PlainType = type, BaseType = baseType, SendFunction = send };
}
