namespace CrmMigration.Sync;

/// <summary>Whether a sync was started.</summary>
public enum SyncStartState
{
    Started,

    /// <summary>Not started, as a run or the sync before it is at work; the next time will do.</summary>
    NotYet,

    /// <summary>Not started, and it will not be until somebody puts something right.</summary>
    Refused,
}
