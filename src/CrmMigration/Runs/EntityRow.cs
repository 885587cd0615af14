using CrmMigration.Map;

namespace CrmMigration.Runs;

/// <summary>An entity of a run as crm_migration.entities holds it.</summary>
internal sealed record EntityRow
{
    private static readonly string[] Order = ["planned", "partitioned", "matched", "published", "completed", "reconciled", "not-reconciled"];

    public long EntityId { get; init; }

    public string Entity { get; init; } = "";

    public bool TargetWasEmpty { get; init; }

    /// <summary>Null until the entity is cut.</summary>
    public int? Partitions { get; init; }

    public int? LoadedPartitions { get; init; }

    public int MatchBuckets { get; init; }

    public bool InKeyOrder { get; init; }

    public string State { get; init; } = "";

    /// <summary>Quoted name of a table that rows are loaded in instead of the target; null when they go straight there, and once it has become the target.</summary>
    public string? LoadTable { get; init; }

    /// <summary>Rows are merged in the load table after they are loaded, not matched before.</summary>
    public bool LoadsFirst { get; init; }

    /// <summary>In a rehearsal: the target's rows come into the load table when rows of their keys do.</summary>
    public bool TakesMetRows { get; init; }

    public WorkTable? WorkTable => LoadTable is null ? null : new(LoadTable, LoadsFirst, TakesMetRows);

    /// <summary>The first partition of each source, in the order of the plan.</summary>
    public int[] FirstPartitions { get; init; } = [];

    /// <summary>The first partition of each that a rehearsed sample only looks through; these come after all that are loaded.</summary>
    public int[] FirstGaps { get; init; } = [];

    /// <summary>Reached the state, or went on from it.</summary>
    public bool Is(string state) => Array.IndexOf(Order, State) >= Array.IndexOf(Order, state);

    /// <summary>The position of the source that a partition is of. A source without rows has no partition and the first of the next one.</summary>
    public int SourceOf(int partition) => Array.FindLastIndex(partition < LoadedPartitions ? FirstPartitions : FirstGaps, first => first <= partition);
}
