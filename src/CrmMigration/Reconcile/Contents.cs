namespace CrmMigration.Reconcile;

/// <summary>What the target holds of the rows a run sent.</summary>
/// <param name="Found">Those rows in the target, counted there.</param>
/// <param name="Agrees">Their number and the sum of their hashes are what was sent.</param>
/// <param name="OnlyOurs">The whole table is these rows, so sums over it need no selection.</param>
/// <param name="DifferingPartitions">Where counts or hashes differ.</param>
internal sealed record Contents(long Found, bool Agrees, bool OnlyOurs, IReadOnlyList<int> DifferingPartitions);
