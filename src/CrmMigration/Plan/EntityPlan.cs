namespace CrmMigration.Plan;

/// <summary>One kind of thing that is moved (customers, orders), into one target table.</summary>
public sealed record EntityPlan
{
    public required string Name { get; init; }

    /// <summary>Where its rows come from.</summary>
    public required IReadOnlyList<SourcePlan> From { get; init; }

    public required TableName TargetTable { get; init; }

    public required string TargetKey { get; init; }

    /// <summary>Create the target table when it does not exist. An existing table is used as it is.</summary>
    public bool Create { get; init; }

    /// <summary>Where its target stands in the plan's text; empty for <c>to</c>.</summary>
    public string TargetPath { get; init; } = "";

    /// <summary>For this entity alone, in place of the plan's; null: the plan's.</summary>
    public StopAfter? StopAfter { get; init; }

    /// <summary>Target columns without which a row is rejected, whichever its source.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Match rules: each a list of target columns that must all be present and equal (letter case aside) for two rows to be
    /// one.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Match { get; init; } = [];

    /// <summary>A match key shared by more rows than this is no evidence.</summary>
    public int MatchKeyLimit { get; init; } = 50;

    /// <summary>Target column to the entity that its value is the source key of.</summary>
    public IReadOnlyDictionary<string, string> References { get; init; } = new Dictionary<string, string>();

    /// <summary>Sums to prove equal. Null: every numeric column that moves unchanged, by a column named currency where there is
    /// one.</summary>
    public IReadOnlyList<ControlTotalPlan>? Totals { get; init; }

    /// <summary>What a sync does with rows that have left the source.</summary>
    public DeletePolicy Deletes { get; init; } = new DeletePolicy.Propagate();

    /// <summary>What a sync does with rows that both sides changed.</summary>
    public ConflictPolicy Conflicts { get; init; }
}
