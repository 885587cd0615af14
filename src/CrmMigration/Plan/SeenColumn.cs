namespace CrmMigration.Plan;

/// <summary>A column of a source table as a run saw it.</summary>
/// <param name="Type">As <see cref="LiveColumn.Type"/>.</param>
/// <param name="Read">The plan reads it: a field, a condition, or as the key.</param>
/// <param name="Place">Null where a run of an older version saw it.</param>
public sealed record SeenColumn(string Name, string Type, bool Read, ColumnPlace? Place = null);
