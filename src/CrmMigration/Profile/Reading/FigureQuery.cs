using CrmMigration.Plan;

namespace CrmMigration.Profile.Reading;

/// <summary>The aggregates that are asked of a table, five or nine of each column: one statement reads the table once for all of them.</summary>
internal static class FigureQuery
{
    // A select list ends at 1664.
    public const int ColumnsAtOnce = 160;

    /// <param name="texts">Ask for lengths and blank texts too.</param>
    public static string Of(LiveTable table, IEnumerable<LiveColumn> columns, bool texts) =>
        $"select {string.Join(", ", columns.SelectMany(column => Of(column, texts)).Prepend("count(*)"))} from {table.Name.Sql}";

    public static IEnumerable<string> Of(LiveColumn column, bool texts)
    {
        var name = SqlName.Quote(column.Name);
        var (lowest, highest, notNumbers, infinite) = Range(column, name);
        return texts && column.IsText
            ? [$"count({name})", lowest, highest, notNumbers, infinite, .. Text(name)]
            : [$"count({name})", lowest, highest, notNumbers, infinite];
    }

    private static (string Lowest, string Highest, string NotNumbers, string Infinite) Range(LiveColumn column, string name)
    {
        const string None = "null::text";
        const string Zero = "0::int8";
        return column.BaseType switch
        {
            "int2" or "int4" or "int8" => ($"min({name})::text", $"max({name})::text", Zero, Zero),
            "numeric" or "float4" or "float8" => (
                $"(min({name}) filter (where {name} not in ('NaN', 'Infinity', '-Infinity')))::text",
                $"(max({name}) filter (where {name} not in ('NaN', 'Infinity', '-Infinity')))::text",
                $"count(*) filter (where {name} = 'NaN')",
                $"count(*) filter (where {name} in ('Infinity', '-Infinity'))"),
            "date" or "timestamp" => (Month("min", name, name), Month("max", name, name), Zero, $"count(*) filter (where not isfinite({name}))"),
            "timestamptz" => (
                Month("min", name, $"({name} at time zone 'UTC')"), Month("max", name, $"({name} at time zone 'UTC')"), Zero, $"count(*) filter (where not isfinite({name}))"),
            _ => (None, None, Zero, Zero),
        };
    }

    // Not the day: the first and the last are single persons' dates.
    private static string Month(string aggregate, string name, string moment)
    {
        var end = $"({aggregate}({moment}) filter (where isfinite({name})))";
        return $"to_char({end}, 'FMYYYY-MM') || case when extract(year from {end}) < 0 then ' BC' else '' end";
    }

    private static string[] Text(string name) =>
    [
        $"count(*) filter (where btrim({name}::text, E' \\t\\n\\r\\f\\x0b\\u00a0') = '')",
        $"min(char_length({name}::text))",
        $"max(char_length({name}::text))",
        $"avg(char_length({name}::text))::float8",
    ];
}
