using CrmMigration.Load;
using CrmMigration.Map;
using Dapper;
using Npgsql;

namespace CrmMigration.Withdraw;

/// <summary>A target table as it is now, and the SQL that takes rows out of it or brings earlier ones back from the rows that are due.</summary>
internal sealed class TargetShape
{
    /// <summary>The names of the columns that were kept of a row that is due, in order.</summary>
    public const string KnownColumns = "(select array_agg(name order by name) from jsonb_object_keys(due.earlier) as name)";

    private const string InRange = "due.reason is null and due.place between @first and @last";

    private readonly EntityMapping mapping;
    private readonly IReadOnlyList<TargetColumn> columns;
    private readonly string key;

    private TargetShape(EntityMapping mapping, IReadOnlyList<TargetColumn> columns)
    {
        this.mapping = mapping;
        this.columns = columns;
        key = SqlName.Quote(mapping.TargetColumns[0].Name);
        Hash = new RowHash(mapping).Sql;
    }

    public EntityMapping Mapping => mapping;

    public string Table => mapping.Table;

    public string Key => $"t.{key}";

    public string KeyType => mapping.TargetColumns[0].BaseType;

    /// <summary>Of what the plan writes, over the table, aliased <c>t</c>.</summary>
    public string Hash { get; }

    /// <summary>The plan writes every column, so that the hash tells all that anybody can change.</summary>
    public bool IsWrittenWhole => columns.All(column => mapping.TargetIndex(column.Name) >= 0);

    /// <summary>Takes the rows out of the table.</summary>
    public string Remove => $"delete from {Table} as t using {DueRows.Table} as due where {Key} = due.key and {InRange}";

    /// <summary>Null where the table is not there.</summary>
    public static async Task<TargetShape?> Read(NpgsqlConnection target, EntityMapping mapping)
    {
        List<TargetColumn> columns = [.. await target.QueryAsync<TargetColumn>(SqlText.Of("Withdraw/ReadShape.sql"), new { table = mapping.Table })];
        return columns.Count == 0 ? null : new(mapping, columns);
    }

    /// <summary>
    /// Gives rows their earlier values. Who was written last by a run gets back every column; where somebody has changed columns that the
    /// plan does not write, only those that it does.
    /// </summary>
    /// <param name="known">The columns that were kept, of each row one of these sets; one that was added since stays as it is.</param>
    public string Restore(IReadOnlyList<string[]> known)
    {
        var all = columns.Where(column => known.Any(set => set.Contains(column.Name)) && column.Name != mapping.TargetColumns[0].Name && !column.IsAlwaysIdentity).ToList();
        var written = all.Where(column => mapping.TargetIndex(column.Name) >= 0 || IsMark(column.Name)).ToList();
        return string.Join("; ", new[] { Restore(all, "due.is_whole"), Restore(written, "not due.is_whole") }.OfType<string>());
    }

    /// <summary>Puts rows back that were deleted; a column that was added since has its default.</summary>
    public string BringBack(IReadOnlyList<string[]> known) => string.Join("; ", known.Select(BringBack));

    private string BringBack(string[] known)
    {
        var all = columns.Where(column => known.Contains(column.Name)).ToList();
        return $"""
            insert into {Table} ({string.Join(", ", all.Select(column => SqlName.Quote(column.Name)))}) overriding system value
            select {string.Join(", ", all.Select(Value))} from {DueRows.Table} as due
            where {InRange} and {KnownColumns} = array[{string.Join(", ", known.Select(SqlName.Literal))}]::text[]
            """;
    }

    private string? Restore(List<TargetColumn> some, string which) => some.Count == 0
        ? null
        : $"""
          update {Table} as t set {string.Join(", ", some.Select(column => $"{SqlName.Quote(column.Name)} = {ValueOrSame(column)}"))}
          from {DueRows.Table} as due where {Key} = due.key and {which} and {InRange}
          """;

    private static string Value(TargetColumn column) => $"(due.earlier ->> {SqlName.Literal(column.Name)})::{column.Type}";

    private static string ValueOrSame(TargetColumn column) =>
        $"case when due.earlier ? {SqlName.Literal(column.Name)} then {Value(column)} else t.{SqlName.Quote(column.Name)} end";

    private bool IsMark(string column) => mapping.Entity.Plan.Deletes is Plan.DeletePolicy.Mark mark && mark.Column == column;
}
