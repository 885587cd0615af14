using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>An entity and the live tables it names; null for a table that is missing or is no table.</summary>
/// <param name="Creates">The target table is missing and the plan asks for it.</param>
internal sealed record EntityTables(EntityPlan Plan, LiveTable? Source, LiveTable? Target, bool Creates)
{
    public string Path => PlanPath.Entity(Plan.Name);

    public string FromPath(string property) => PlanPath.Of(PlanPath.Of(Path, "from"), property);

    public string ToPath(string property) => PlanPath.Of(PlanPath.Of(Path, "to"), property);

    public string FieldPath(int index, string property) => PlanPath.Of(PlanPath.Of(PlanPath.Of(Path, "fields"), index), property);

    /// <summary>The rows' own key moves in any case; a field that repeats it says nothing new.</summary>
    public bool IsKeyField(FieldPlan field) =>
        field.As is Transform.Copy && field.From == Plan.SourceKey && field.To is [var only] && only == Plan.TargetKey;
}
