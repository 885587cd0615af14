namespace CrmMigration.Sync;

/// <summary>Names what a sync's flow is to bring up to date.</summary>
/// <param name="Plan">The plan's name.</param>
public sealed record SyncRef(string Plan);
