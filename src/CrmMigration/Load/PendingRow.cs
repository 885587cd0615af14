using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>A row of a batch: its keys, where it stands in the batch's buffer, and its hash.</summary>
internal readonly record struct PendingRow(RowKeys Keys, int Start, int Length, ulong Hash);
