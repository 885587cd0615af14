using CrmMigration.Source;

namespace CrmMigration.Sync;

/// <summary>A row that matching left as it is, for somebody to decide.</summary>
/// <param name="Target">The key in the target of the row that it stands for.</param>
/// <param name="Other">That of another which it matches.</param>
internal sealed record MatchReview(RowId Row, string Kind, string? Target, string? Other, string Reason);
