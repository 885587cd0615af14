using CrmMigration.Plan;

namespace CrmMigration.Rehearse;

/// <summary>A foreign key of a target table.</summary>
internal sealed record TargetReference
{
    public string Name { get; init; } = "";

    public string ParentSchema { get; init; } = "";

    public string ParentTable { get; init; } = "";

    public bool IsToItself { get; init; }

    /// <summary>A plain table, whose heirs' rows do not count.</summary>
    public bool HasOwnRowsOnly { get; init; }

    public bool IsProven { get; init; }

    /// <summary>MATCH FULL: some columns NULL and others not is refused.</summary>
    public bool IsFull { get; init; }

    public bool IsReadable { get; init; }

    public string[] Columns { get; init; } = [];

    public string[] ParentColumns { get; init; } = [];

    private TableName Parent => new(ParentSchema, ParentTable);

    /// <summary>The plan's own reference sends the column to a row that the run has moved, so that the key refuses nothing.</summary>
    public bool IsKeptBy(CheckedPlan plan, CheckedEntity entity) =>
        Columns is [var column] && entity.Plan.References.TryGetValue(column, out var parent)
        && plan.Entities.Any(one => one.Plan.Name == parent && one.Plan.TargetTable == Parent && ParentColumns is [var key] && key == one.TargetKey.Name);

    /// <summary>Why it cannot be rehearsed; null when it can.</summary>
    public string? WhyNot(CheckedPlan plan) => this switch
    {
        { IsReadable: false } => $"the role may not read {Parent}",
        { IsProven: false } => "it is not valid for the rows that are there",
        { IsToItself: false } when plan.Entities.Any(one => one.Plan.TargetTable == Parent) => $"the rows of {Parent} come with the run",
        _ => null,
    };

    /// <summary>The statement that creates its stand-in on the table that stands for the target.</summary>
    public string Trigger(string table) =>
        $"""
        create constraint trigger {SqlName.Quote(Name)} after insert or update of {string.Join(", ", Columns.Select(SqlName.Quote))} on {table}
        for each row execute function crm_migration.rehearse_reference({SqlName.Literal(Name)}, {SqlName.Literal(HasParent(table))})
        """;

    private string HasParent(string table)
    {
        var nulls = Columns.Select(column => $"{Of(column)} is null");
        var absent = string.Join(IsFull ? " and " : " or ", nulls);
        var parents = (IsToItself ? [Parent.Sql, table] : new[] { Parent.Sql }).Select(one => $"exists (select from {(HasOwnRowsOnly ? "only " : "")}{one} as crm_parent where {Equal()})");
        return $"select ({absent}) or {string.Join(" or ", parents)}";
    }

    private string Equal() => string.Join(" and ", Columns.Zip(ParentColumns, (column, parent) => $"crm_parent.{SqlName.Quote(parent)} = {Of(column)}"));

    private static string Of(string column) => $"($1).{SqlName.Quote(column)}";
}
