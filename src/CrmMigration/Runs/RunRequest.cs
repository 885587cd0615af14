namespace CrmMigration.Runs;

/// <summary>What a run at work can be asked from outside; it is heard between partitions.</summary>
public enum RunRequest
{
    Pause,
    Cancel,
}
