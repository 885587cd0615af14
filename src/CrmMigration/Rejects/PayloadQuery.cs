namespace CrmMigration.Rejects;

/// <summary>
/// The SQL that gives source rows as JSON. What JSON carries exactly stands there as it is; every other value as the text that PostgreSQL
/// writes. A long text is left out, with its length.
/// </summary>
internal static class PayloadQuery
{
    private const int LongestText = 100_000;

    // A function takes 100 arguments, two for each column.
    private const int ColumnsInCall = 50;

    private static readonly HashSet<string> Plain = ["bool", "int2", "int4", "int8", "float4", "float8", "numeric", "date", "timestamp", "timestamptz", "uuid"];

    /// <summary>Key and row; takes the parameter keys, an array of texts.</summary>
    /// <param name="columns">Name and type (pg_type.typname) of each.</param>
    public static string Of(string table, (string Name, string Type) key, IEnumerable<(string Name, string Type)> columns)
    {
        var objects = columns.Chunk(ColumnsInCall).Select(chunk => $"jsonb_build_object({string.Join(", ", chunk.Select(Member))})").DefaultIfEmpty("jsonb_build_object()");
        var name = $"t.{SqlName.Quote(key.Name)}";
        return $"select {name}::text, ({string.Join(" || ", objects)})::text from {table} as t where {name} = any(@keys::{key.Type}[])";
    }

    private static string Member((string Name, string Type) column)
    {
        var value = $"t.{SqlName.Quote(column.Name)}";
        return $"{SqlName.Literal(column.Name)}, {(Plain.Contains(column.Type) ? value : Text(value))}";
    }

    private static string Text(string value) =>
        $"case when length({value}::text) > {LongestText} then format('(%s characters, left out)', length({value}::text)) else {value}::text end";
}
