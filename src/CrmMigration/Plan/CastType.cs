using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmMigration.Plan;

/// <summary>
/// A type that the source can be asked to cast a column to: one of PostgreSQL's own, by any of its names. Types of text have no length
/// here, because a cast to one would cut.
/// </summary>
/// <param name="Sql">The type as the server writes it. Made here of known words and digits, never of the plan's text.</param>
/// <param name="BaseType">Its name in pg_type.</param>
/// <param name="Modifier">As pg_attribute.atttypmod packs it; -1 for none.</param>
public sealed partial record CastType(string Sql, string BaseType, int Modifier)
{
    private const int MostDigits = 1000;
    private const int MostSecondDigits = 6;

    private static readonly Dictionary<string, (string Name, string BaseType)> Known = new(StringComparer.Ordinal)
    {
        ["text"] = ("text", "text"),
        ["varchar"] = ("character varying", "varchar"),
        ["character varying"] = ("character varying", "varchar"),
        ["smallint"] = ("smallint", "int2"),
        ["int2"] = ("smallint", "int2"),
        ["integer"] = ("integer", "int4"),
        ["int"] = ("integer", "int4"),
        ["int4"] = ("integer", "int4"),
        ["bigint"] = ("bigint", "int8"),
        ["int8"] = ("bigint", "int8"),
        ["numeric"] = ("numeric", "numeric"),
        ["decimal"] = ("numeric", "numeric"),
        ["real"] = ("real", "float4"),
        ["float4"] = ("real", "float4"),
        ["double precision"] = ("double precision", "float8"),
        ["float8"] = ("double precision", "float8"),
        ["boolean"] = ("boolean", "bool"),
        ["bool"] = ("boolean", "bool"),
        ["date"] = ("date", "date"),
        ["time"] = ("time", "time"),
        ["timestamp"] = ("timestamp", "timestamp"),
        ["timestamptz"] = ("timestamp", "timestamptz"),
        ["interval"] = ("interval", "interval"),
        ["uuid"] = ("uuid", "uuid"),
        ["json"] = ("json", "json"),
        ["jsonb"] = ("jsonb", "jsonb"),
        ["inet"] = ("inet", "inet"),
    };

    /// <summary>The names that may be written, without the longer spellings.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Reads <c>numeric(12,2)</c>, <c>timestamp(3) with time zone</c> and the like; null for anything else.</summary>
    public static CastType? Parse(string written)
    {
        var match = Shape().Match(written.ToLowerInvariant());
        var name = Spaces().Replace(match.Groups["name"].Value, " ");
        var zone = match.Groups["zone"].Value;
        if (!match.Success || !Known.TryGetValue(name, out var known) || (zone.Length > 0 && name is not ("timestamp" or "time")))
        {
            return null;
        }

        int?[] digits = [Number(match.Groups["first"]), Number(match.Groups["second"])];
        return known.BaseType switch
        {
            "numeric" => Numeric(digits[0], digits[1]),
            "time" when zone == "with" => null,
            "time" or "timestamp" or "timestamptz" => Seconds(known.Name, digits, zone == "with" ? known.BaseType + "tz" : known.BaseType),
            _ => digits[0] is null ? new(known.Name, known.BaseType, -1) : null,
        };
    }

    /// <summary>The column as it is read when the source casts it.</summary>
    public LiveColumn Of(LiveColumn column) => new()
    {
        Name = column.Name,
        Cast = Sql,
        Type = Sql,
        PlainType = Sql,
        BaseType = BaseType,
        SendFunction = BaseType is "bool" or "text" or "varchar" or "int2" or "int4" or "int8" or "float4" or "float8" ? $"{BaseType}send" : $"{BaseType}_send",
        Modifier = Modifier,
        NotNull = column.NotNull,
    };

    private static CastType? Numeric(int? precision, int? scale) =>
        precision is not { } digits ? new("numeric", "numeric", -1)
        : digits is < 1 or > MostDigits || scale > digits ? null
        : new($"numeric({digits},{scale ?? 0})", "numeric", ((digits << 16) | (scale ?? 0)) + 4);

    private static CastType? Seconds(string name, int?[] digits, string baseType)
    {
        if (digits[0] > MostSecondDigits || digits[1] is not null)
        {
            return null;
        }

        var precision = digits[0] is { } some ? $"({some})" : "";
        return new($"{name}{precision} {(baseType == "timestamptz" ? "with" : "without")} time zone", baseType, digits[0] ?? -1);
    }

    private static int? Number(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^\s*(?<name>[a-z][a-z0-9 ]*?)\s*(\(\s*(?<first>[0-9]{1,4})\s*(,\s*(?<second>[0-9]{1,4})\s*)?\))?(\s+(?<zone>with|without)\s+time\s+zone)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
