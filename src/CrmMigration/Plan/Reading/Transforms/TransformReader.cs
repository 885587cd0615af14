namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads one transform of the plan, in either of the two ways to write it. Null means that a mistake was reported.</summary>
internal abstract class TransformReader
{
    /// <summary>Reads the bare name, <c>"trim"</c>.</summary>
    public abstract Transform? ReadName(PlanNode name, Findings findings);

    /// <summary>Reads the settings of <c>{ "phone": settings }</c>.</summary>
    public abstract Transform? ReadSettings(PlanNode settings, Findings findings);
}
