namespace CrmMigration.Runs;

/// <summary>Who holds a plan's lease, since when, and until when unless renewed. Times are UTC.</summary>
internal sealed record LeaseHolder(string RunId, string Holder, DateTime AcquiredAt, DateTime ExpiresAt);
