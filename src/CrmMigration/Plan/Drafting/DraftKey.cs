using CrmMigration.Plan.Checking;

namespace CrmMigration.Plan.Drafting;

/// <summary>Chooses the column that identifies a table's rows.</summary>
internal static class DraftKey
{
    /// <summary>The primary key if it is one supported column, else the first unique one that is; null without any.</summary>
    public static LiveColumn? Of(LiveTable table) => table.Columns
        .Where(column => table.UniqueColumns.Contains(column.Name) && KeyRule.Supports(column))
        .OrderByDescending(column => table.PrimaryKey is [var only] && only == column.Name)
        .FirstOrDefault();
}
