using CrmMigration.Source;

namespace CrmMigration.Rehearse.Forecast;

/// <summary>What the books know of a rehearsed entity, in figures.</summary>
internal sealed record EntityFacts
{
    public long SourceRows { get; init; }

    public long LoadedRows { get; init; }

    public bool LoadsFirst { get; init; }

    public int MatchBuckets { get; init; }

    public bool IsSample { get; init; }

    public int? PartitionRows { get; init; }

    /// <summary>Null while the table that stood for the target was not measured.</summary>
    public long? TableBytes { get; init; }

    public string[] NotRehearsed { get; init; } = [];

    /// <summary>Rows of the target that came into that table.</summary>
    public long CopiedRows { get; init; }

    /// <summary>Rows that give way to another one, of the whole source.</summary>
    public long MergedRows { get; init; }

    /// <summary>Rows of each source, in the order of the plan.</summary>
    public long[] RowsOfSources { get; init; } = [];

    /// <summary>What the statistics of each said before it was cut; 0 where it had none.</summary>
    public long[] EstimatesOfSources { get; init; } = [];

    /// <summary>Partitions that a run would have.</summary>
    public long Partitions => Math.Max(1, RowsOfSources.Zip(EstimatesOfSources, (rows, estimate) => (rows + Size(estimate) - 1) / Size(estimate)).Sum());

    /// <summary>Rows of the source for each that was loaded.</summary>
    public double Scale => LoadedRows == 0 ? 1 : (double)SourceRows / LoadedRows;

    private int Size(long estimate) => PartitionRows ?? KeyWalk.DefaultSize(estimate);
}
