namespace CrmMigration.Sync;

/// <summary>What came of the wish to start a sync.</summary>
/// <param name="Sentence">For the log: what was started, or why nothing was.</param>
public sealed record SyncStart(SyncStartState State, string Sentence);
