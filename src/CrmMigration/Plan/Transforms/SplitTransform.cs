using CrmMigration.Clean;
using CrmMigration.Clean.Text;

namespace CrmMigration.Plan.Transforms;

/// <summary>One part of a text that a separator divides.</summary>
/// <param name="Part">1 is the first, -1 the last.</param>
public sealed record SplitTransform(string Separator, int Part) : TextTransform
{
    public override string Name => "split";

    public override ValueForm Gives(ValueForm value) => ValueForm.Text(value.Longest);

    public override TextCleaner MakeCleaner() => new SplitCleaner(Separator, Part);
}
