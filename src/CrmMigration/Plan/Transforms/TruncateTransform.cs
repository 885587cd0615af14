using CrmMigration.Clean;
using CrmMigration.Clean.Text;

namespace CrmMigration.Plan.Transforms;

/// <summary>The beginning of a longer text; what is cut off is a correction.</summary>
public sealed record TruncateTransform(int Length) : TextTransform
{
    public override string Name => "truncate";

    public override ValueForm Gives(ValueForm value) => ValueForm.Text(Math.Min(value.Longest ?? Length, Length));

    public override TextCleaner MakeCleaner() => new TruncateCleaner(Length);
}
