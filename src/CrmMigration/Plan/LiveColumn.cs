namespace CrmMigration.Plan;

/// <summary>One column of a live table, as its catalog describes it.</summary>
public sealed record LiveColumn
{
    public required string Name { get; init; }

    /// <summary>Null for a column that is not there yet.</summary>
    public ColumnPlace? Place { get; init; }

    /// <summary>The type as SQL writes it: <c>character varying(255)</c>, <c>numeric(12,2)</c>, <c>crm.mood</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The base type's name in pg_type after domains are resolved: int4, varchar, numeric, uuid.</summary>
    public required string BaseType { get; init; }

    /// <summary>The function that gives the type's binary form, schema-qualified where needed (pg_type.typsend of the base type):
    /// int4send.</summary>
    public string SendFunction { get; init; } = "";

    /// <summary>Characters that fit into char(n) and varchar(n), domains included; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary><see cref="Type"/> after domains are resolved; what a created target column gets.</summary>
    public string PlainType { get; init; } = "";

    /// <summary>pg_attribute.atttypmod, domains included: the (12,2) of a numeric in packed form; -1 for none.</summary>
    public int Modifier { get; init; } = -1;

    /// <summary>False for the few types that binary COPY cannot carry.</summary>
    public bool HasBinaryForm { get; init; } = true;

    public bool IsDomain { get; init; }

    public bool NotNull { get; init; }

    public bool HasDefault { get; init; }

    /// <summary>GENERATED ALWAYS AS (expression): computed by the table, never written.</summary>
    public bool IsGenerated { get; init; }

    public bool IsIdentity { get; init; }

    /// <summary>Numbered by a sequence: an identity, or a default of nextval (serial).</summary>
    public bool HasSequence { get; init; }

    /// <summary>The type that the source casts it to while it is read, which <see cref="Type"/> and the like then tell of; null for none.</summary>
    public string? Cast { get; init; }

    /// <summary>The column as the source is asked for it.</summary>
    public string ReadSql => Read(Name, Cast);

    /// <summary>text, varchar, char or a domain over them: what the cleaners read and write.</summary>
    public bool IsText => BaseType is "text" or "varchar" or "bpchar" or "citext";

    internal static string Read(string name, string? cast) => cast is null ? SqlName.Quote(name) : $"({SqlName.Quote(name)})::{cast}";
}
