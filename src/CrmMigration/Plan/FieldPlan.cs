using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan;

/// <summary>Where the value of one or more target columns comes from: from source columns, or from the plan itself.</summary>
public sealed record FieldPlan
{
    /// <summary>Source columns. Several only where a format makes one text of them; none for a <see cref="Value"/>.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>What the source casts the columns to before anything else; null for nothing.</summary>
    public CastType? Cast { get; init; }

    /// <summary>Target columns, in the order of the last transform's outputs.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>What is done on the way, in that order. Empty: the value travels bit for bit.</summary>
    public IReadOnlyList<Transform> As { get; init; } = [];

    /// <summary>The same value for every row; null where it comes from the source.</summary>
    public PlanValue? Value { get; init; }

    public OnInvalid OnInvalid { get; init; }

    /// <summary>A row without a value for <see cref="MainTarget"/> is rejected.</summary>
    public bool Required { get; init; }

    /// <summary>The value travels bit for bit as it is read, which may be after a cast.</summary>
    public bool IsCopy => As.Count == 0 && Value is null;

    /// <summary>What is read must not be learned from the target.</summary>
    public bool Conceals => As.Any(transform => transform.Conceals);

    /// <summary>The first transform of a phone number, with or without its parts; null where there is none.</summary>
    public PhoneTransform? Phone => As.Select(transform => (transform as PhonePartsTransform)?.Phone ?? transform).OfType<PhoneTransform>().FirstOrDefault();

    /// <summary>The target column that has a value whenever the field gives one; null while the plan has mistakes.</summary>
    public string? MainTarget => As is [.., PersonNameTransform] ? To.ElementAtOrDefault(1) : To.ElementAtOrDefault(0);
}
