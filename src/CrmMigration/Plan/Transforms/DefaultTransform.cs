using CrmMigration.Clean;

namespace CrmMigration.Plan.Transforms;

/// <summary>A value in place of none: of NULL, of an empty text, and of what a transform before cleared.</summary>
public sealed record DefaultTransform(PlanValue Value) : TextTransform
{
    public override string Name => "default";

    /// <summary>Of the same kind where the default is spelled as one, such as 0 behind numbers; else any text.</summary>
    public override ValueForm Gives(ValueForm value) =>
        value.Kind != ValueKind.Text && value.Takes(Value.Text)
            ? value
            : ValueForm.Text(value.Longest is { } longest ? Math.Max(longest, Value.Text.Length) : null);

    public override TextCleaner MakeCleaner() => new DefaultCleaner(Value.Text);
}
