namespace CrmMigration.Profile.Reading;

/// <summary>What the source's server counted of a table, over all rows.</summary>
internal sealed record TableFigures(long Rows, IReadOnlyDictionary<string, ColumnFigures> Columns);
