namespace CrmMigration.Reconcile;

/// <summary>The books of one entity, summed by the database over its partitions.</summary>
/// <param name="Read">Rows read, as the partitions counted them.</param>
/// <param name="Accounted">Keys in the ledger and among the rejects, counted where they stand.</param>
/// <param name="Sent">Rows this run answers for in the target.</param>
/// <param name="SentHash">The sum of their hashes, as the database's text (see <see cref="HashSum"/>).</param>
/// <param name="Unbalanced">Partitions whose read rows are not the sum of their fates.</param>
/// <param name="Unpublished">Partitions that were never published.</param>
internal sealed record Books(long Read, long Accounted, long Sent, string SentHash, int Unbalanced, int Unpublished);
