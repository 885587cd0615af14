namespace CrmMigration.Runs;

/// <summary>What a run is for.</summary>
public enum RunMode
{
    /// <summary>Migrates everything the plan names.</summary>
    Full,

    /// <summary>Does the same into tables of its own that are dropped again, and tells what a full run would do. The target's tables are only read.</summary>
    Rehearsal,

    /// <summary>Brings over what changed in the sources since the last pass, or since the full run.</summary>
    Incremental,

    /// <summary>Compares sources and target through the plan.</summary>
    Verify,

    /// <summary>A last pass, everything compared, and a verdict whether people can move to the target.</summary>
    Cutover,
}
