using CrmMigration.Source;

namespace CrmMigration.Sync;

/// <summary>A row as the target is to hold it.</summary>
/// <param name="Row">In COPY format, with its key.</param>
/// <param name="Hash">Of it.</param>
/// <param name="Known">The hash of what stands there, as it was written last; null where that is not known.</param>
/// <param name="IsNew">Nothing of ours stands there.</param>
internal sealed record TargetWrite(SourceKey Key, byte[] Row, ulong Hash, long? Known, bool IsNew);
