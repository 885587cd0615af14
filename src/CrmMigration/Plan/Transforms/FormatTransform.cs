using CrmMigration.Clean;

namespace CrmMigration.Plan.Transforms;

/// <summary>Makes one text of one or more columns. Always the first link; its parts stand in the order of the text.</summary>
public sealed record FormatTransform(string Text, IReadOnlyList<FormatPart> Parts) : Transform
{
    public override string Name => "format";

    /// <summary>The value that comes in counts for each part: the check gives the longest of them.</summary>
    public override ValueForm Gives(ValueForm value) =>
        ValueForm.Text(value.Longest is { } longest ? Parts.Sum(part => part.Before.Length + part.Behind.Length + part.Separator.Length + longest) : null);
}
