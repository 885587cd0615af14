namespace CrmMigration.Map;

/// <summary>A value that lost something on its way: which rule, which target column, and the source field that holds the original.</summary>
internal readonly record struct Correction(string Rule, string Field, int SourceField);
