using CrmMigration.Clean;

namespace CrmMigration.Plan.Transforms;

/// <summary>Small letters throughout.</summary>
public sealed record LowerTransform : TextTransform
{
    public override string Name => "lower";

    public override ValueForm Gives(ValueForm value) => value;

    public override TextCleaner MakeCleaner() => new LowerCleaner();
}
