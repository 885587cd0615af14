namespace CrmMigration.Sync.Log;

/// <summary>What became of a slot.</summary>
public enum SlotFate
{
    /// <summary>It is not there, or was dropped before.</summary>
    Absent,

    /// <summary>It is there.</summary>
    Kept,

    /// <summary>It was there and is dropped.</summary>
    Dropped,
}
