namespace CrmMigration.Profile.Telling;

/// <summary>Types by their short names, as people write them.</summary>
public static class TypeWords
{
    /// <summary><c>character varying(255)</c> reads <c>varchar(255)</c>.</summary>
    public static string Short(string type) => type
        .Replace("character varying", "varchar", StringComparison.Ordinal)
        .Replace("character(", "char(", StringComparison.Ordinal)
        .Replace("timestamp with time zone", "timestamptz", StringComparison.Ordinal)
        .Replace("timestamp without time zone", "timestamp", StringComparison.Ordinal)
        .Replace("double precision", "float8", StringComparison.Ordinal);
}
