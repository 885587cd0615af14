namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads a transform that means nothing without its settings.</summary>
internal abstract class SettingsReader : TransformReader
{
    /// <summary>What is missing where the bare name stands, such as "the region that national numbers are of".</summary>
    protected abstract string Expected { get; }

    /// <summary>The transform as it may be written.</summary>
    protected abstract string Example { get; }

    public sealed override Transform? ReadName(PlanNode name, Findings findings)
    {
        findings.Add(name, $"\"{name.Text}\" has no settings", Expected, $"Write {Example}.");
        return null;
    }
}
