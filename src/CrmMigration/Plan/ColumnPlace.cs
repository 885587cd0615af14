namespace CrmMigration.Plan;

/// <summary>Which column it is to its server: one that is dropped and made again, or that takes another's name, stands in another place of the same table.</summary>
/// <param name="Table">pg_class.oid; another one for a table that was made anew.</param>
/// <param name="Number">pg_attribute.attnum, never given twice in a table.</param>
public sealed record ColumnPlace(long Table, short Number)
{
    /// <summary>Whether the table is the same and the column is not.</summary>
    public bool IsAnotherThan(ColumnPlace? before) => before is not null && before.Table == Table && before.Number != Number;
}
