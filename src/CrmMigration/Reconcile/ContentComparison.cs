namespace CrmMigration.Reconcile;

/// <summary>Whether the target holds, value by value, what was sent.</summary>
/// <param name="RowsSent">Rows whose contents this run answers for.</param>
/// <param name="RowsFound">Those rows in the target, counted there.</param>
/// <param name="Agrees">Counts and content hashes are equal; null: not compared yet.</param>
/// <param name="DifferingPartitions">Partitions whose hash differs; empty when it agrees.</param>
public sealed record ContentComparison(long RowsSent, long RowsFound, bool? Agrees, IReadOnlyList<int> DifferingPartitions);
