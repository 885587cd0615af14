namespace CrmMigration;

/// <summary>Quotes identifiers and literals; the only place where a name or value from outside becomes SQL text.</summary>
public static class SqlName
{
    /// <summary>Quotes one identifier, whatever it holds: <c>odd"name</c> becomes <c>"odd""name"</c>.</summary>
    public static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Quotes a value as a literal where no parameter can stand (COPY takes none). Right for any setting of standard_conforming_strings.</summary>
    public static string Literal(string value) =>
        value.Contains('\\', StringComparison.Ordinal)
            ? $" E'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'"
            : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
