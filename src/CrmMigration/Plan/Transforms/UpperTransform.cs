using CrmMigration.Clean;

namespace CrmMigration.Plan.Transforms;

/// <summary>Capital letters throughout.</summary>
public sealed record UpperTransform : TextTransform
{
    public override string Name => "upper";

    /// <summary>TRUE is no longer the spelling of a boolean.</summary>
    public override ValueForm Gives(ValueForm value) => value.Kind == ValueKind.Boolean ? ValueForm.Text(value.Longest) : value;

    public override TextCleaner MakeCleaner() => new UpperCleaner();
}
