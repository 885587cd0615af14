namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads a transform that has no settings.</summary>
internal sealed class PlainReader(Transform transform) : TransformReader
{
    public override Transform? ReadName(PlanNode name, Findings findings) => transform;

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        findings.Add(settings, $"\"{transform.Name}\" has no settings", $"\"{transform.Name}\"", "Write the name alone.");
        return null;
    }
}
