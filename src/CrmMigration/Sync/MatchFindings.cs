using CrmMigration.Source;

namespace CrmMigration.Sync;

/// <summary>What came of matching: new rows with the cluster that they join, and what people should look at.</summary>
internal sealed record MatchFindings(IReadOnlyList<(RowId Row, string Cluster)> Joined, IReadOnlyList<MatchReview> Reviews);
