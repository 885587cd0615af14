using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Replay;

/// <summary>A replayed row of a cluster, mapped, with the books of its partition.</summary>
/// <param name="Row">In COPY format; its key in the target is not in it where the target's sequence gives it.</param>
internal sealed record ReplayedMember(RowId Id, PartitionAccount Account, byte[] Row);
