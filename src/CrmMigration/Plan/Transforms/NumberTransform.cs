using CrmMigration.Clean;
using CrmMigration.Clean.Typed;

namespace CrmMigration.Plan.Transforms;

/// <summary>A number of a text as people and other programs write it.</summary>
public sealed record NumberTransform(NumberSettings Settings) : TextTransform
{
    public override string Name => "number";

    public override ValueForm Gives(ValueForm value) => Settings.IsWhole ? ValueForm.Integer : ValueForm.Decimal;

    public override TextCleaner MakeCleaner() => new NumberCleaner(Settings);
}
