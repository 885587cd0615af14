namespace CrmMigration.Reconcile;

/// <summary>An entity's figures as one query gives them.</summary>
internal sealed record EntityLine
{
    public long EntityId { get; init; }

    public string Entity { get; init; } = "";

    public string TargetTable { get; init; } = "";

    public int Partitions { get; init; }

    public bool IsSample { get; init; }

    public int Unbalanced { get; init; }

    public long Read { get; init; }

    public long Created { get; init; }

    public long Updated { get; init; }

    public long Unchanged { get; init; }

    public long Merged { get; init; }

    public long Skipped { get; init; }

    public long Conflicts { get; init; }

    public long Deleted { get; init; }

    public long Rejected { get; init; }

    public long Sent { get; init; }

    public long Filled { get; init; }

    public long Clusters { get; init; }

    public int LargestCluster { get; init; }

    public long FrequentKeys { get; init; }

    public long ContentsFound { get; init; }

    public bool? ContentsAgree { get; init; }

    public int[] DiffersIn { get; init; } = [];

    public string[] Findings { get; init; } = [];
}
