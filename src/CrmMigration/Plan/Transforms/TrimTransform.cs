using CrmMigration.Clean;

namespace CrmMigration.Plan.Transforms;

/// <summary>Takes blank space off both ends.</summary>
public sealed record TrimTransform : TextTransform
{
    public override string Name => "trim";

    public override ValueForm Gives(ValueForm value) => value;

    public override TextCleaner MakeCleaner() => new TrimCleaner();
}
