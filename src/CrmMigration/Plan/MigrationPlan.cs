namespace CrmMigration.Plan;

/// <summary>What to move where, as read from the plan's JSON and not yet compared with a live database.</summary>
/// <param name="Name">The plan's name; the lease is taken on it, so two runs of one plan never work at once.</param>
/// <param name="Sources">Source name to the name of its connection.</param>
/// <param name="TargetConnection">The name of the target's connection.</param>
/// <param name="Entities">In the order of the plan; parents need not stand before their children.</param>
public sealed record MigrationPlan(
    string Name,
    IReadOnlyDictionary<string, string> Sources,
    string TargetConnection,
    IReadOnlyList<EntityPlan> Entities)
{
    /// <summary>Which of the targets of its text it is for, which is a part of its name too; null where the text has but one, without a name.</summary>
    public string? Target { get; init; }

    /// <summary>Where the target stands in the plan's text.</summary>
    public string TargetPath { get; init; } = "$.target";

    public RejectKeeping Rejects { get; init; } = new();

    /// <summary>For all entities together that have none of their own; null: it never stops.</summary>
    public StopAfter? StopAfter { get; init; }

    /// <summary>The text it was read from; stored with the run so that a resume needs no file.</summary>
    public string Json { get; init; } = "";
}
