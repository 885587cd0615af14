namespace CrmMigration.Reconcile;

/// <summary>What became of the rows that an entity has of one source.</summary>
/// <param name="Name">The source's name in the plan.</param>
/// <param name="RowsCame">Rows written to it after the run began that the run did not read; the next one brings them.</param>
/// <param name="RowsWent">Rows that were read and have left it since.</param>
public sealed record SourceReport(string Name, string Table, FateCounts Counts, long RowsCame = 0, long RowsWent = 0);
