using CrmMigration.Plan;

namespace CrmMigration.Map;

/// <summary>One column of the rows that are read: as it is, or cast by the source.</summary>
internal readonly record struct ReadColumn(string Name, string? Cast)
{
    public string Sql => LiveColumn.Read(Name, Cast);

    public static ReadColumn Of(LiveColumn column) => new(column.Name, column.Cast);
}
