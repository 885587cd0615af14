namespace CrmMigration.Plan;

/// <summary>One table that an entity's rows come from, and what of it goes where.</summary>
public sealed record SourcePlan
{
    /// <summary>The source's name in the plan; with the entity's name and the key's value it identifies a row for ever.</summary>
    public required string Source { get; init; }

    public required TableName Table { get; init; }

    public required string Key { get; init; }

    /// <summary>Null: every column of the same name moves unchanged. The key moves in any case and need not be listed.</summary>
    public IReadOnlyList<FieldPlan>? Fields { get; init; }

    /// <summary>Target columns without which a row of this source is rejected.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>What a row must meet to be moved, all of it; the first that it does not names its rule.</summary>
    public IReadOnlyList<RowCondition> When { get; init; } = [];

    /// <summary>How a sync finds what changed; null: by the horizon of transactions alone.</summary>
    public ChangesPlan? Changes { get; init; }

    public KeyPolicy Keys { get; init; } = new KeyPolicy.Preserve();

    /// <summary>Where it stands in the plan's text, such as <c>$.entities.customers.from</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Where its fields stand, which may be those of the whole entity.</summary>
    public string FieldsPath { get; init; } = "";

    /// <summary>Where its conditions stand.</summary>
    public string WhenPath { get; init; } = "";

    /// <summary>Where it is said how a sync finds what changed; empty where it is not.</summary>
    public string ChangesPath { get; init; } = "";

    /// <summary>Where it is said what becomes of its keys; empty where it is not.</summary>
    public string KeysPath { get; init; } = "";
}
