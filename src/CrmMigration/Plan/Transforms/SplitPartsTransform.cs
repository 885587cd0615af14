using CrmMigration.Clean.Text;

namespace CrmMigration.Plan.Transforms;

/// <summary>Parts of a text that a separator divides, each in a column of its own. Always the last link.</summary>
/// <param name="Parts">The place of each target column's part, as <see cref="TextParts"/> counts them.</param>
public sealed record SplitPartsTransform(string Separator, IReadOnlyList<int> Parts) : Transform
{
    public override string Name => "split";

    /// <summary>Each part may be as long as the whole.</summary>
    public override ValueForm Gives(ValueForm value) => ValueForm.Text(value.Longest);
}
