using CrmMigration.Clean;

namespace CrmMigration.Plan.Transforms;

/// <summary>Trims, and makes one space of each blank stretch within.</summary>
public sealed record CollapseTransform : TextTransform
{
    public override string Name => "collapse";

    /// <summary>A timestamp has one space already.</summary>
    public override ValueForm Gives(ValueForm value) => value;

    public override TextCleaner MakeCleaner() => new CollapseCleaner();
}
