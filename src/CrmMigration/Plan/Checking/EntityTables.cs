using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>An entity and the live tables that one of its sources goes between; null for a table that is missing or is no table.</summary>
/// <param name="From">The source.</param>
/// <param name="Creates">The target table is missing and the plan asks for it.</param>
internal sealed record EntityTables(EntityPlan Plan, SourcePlan From, LiveTable? Source, LiveTable? Target, bool Creates)
{
    /// <summary>What the source says of the expressions that it refuses to compute, by their SQL.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    public string Path => PlanPath.Entity(Plan.Name);

    public string FromPath(string property) => PlanPath.Of(From.Path, property);

    public string ToPath(string property) => PlanPath.Of(Plan.TargetPath.Length > 0 ? Plan.TargetPath : PlanPath.Of(Path, "to"), property);

    public string FieldPath(int index, string property) => PlanPath.Of(PlanPath.Of(From.FieldsPath, index), property);

    /// <summary>The rows' own key moves in any case; a field that repeats it says nothing new.</summary>
    public bool IsKeyField(FieldPlan field) =>
        field is { IsCopy: true, Cast: null } && field.From is [var from] && from == From.Key && field.To is [var only] && only == Plan.TargetKey;
}
