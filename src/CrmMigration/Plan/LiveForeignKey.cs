namespace CrmMigration.Plan;

/// <summary>A foreign key of one column.</summary>
/// <param name="Parent">The table it points to.</param>
/// <param name="ParentColumn">The column of it that is pointed to.</param>
public sealed record LiveForeignKey(string Column, TableName Parent, string ParentColumn);
