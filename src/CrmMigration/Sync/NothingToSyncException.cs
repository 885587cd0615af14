namespace CrmMigration.Sync;

/// <summary>A sync has no reconciled full run to go on from. The message says what to do first.</summary>
public sealed class NothingToSyncException(string message) : InvalidSettingException(message);
