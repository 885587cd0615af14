using CrmMigration.Load;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Rehearse;

/// <summary>The rows of a partition that a rehearsal only looks through: which of them would arrive, for the references of their children.</summary>
internal sealed class UnsampledRows(KeyKind kind)
{
    private readonly KeyList arriving = new(kind);
    private readonly KeyList rejected = new(kind);
    private readonly KeyList skipped = new(kind);

    public void Add(SourceKey key, bool arrives, bool isSkipped) => (arrives ? arriving : isSkipped ? skipped : rejected).Add(key);

    public void Write(NpgsqlConnection target, long entityId, int partition) => LedgerCopy.Write(
        target,
        "crm_migration.unsampled_rows",
        (entityId, partition),
        [("created", "", arriving, null), ("rejected", "", rejected, null), ("skipped", "", skipped, null)]);
}
