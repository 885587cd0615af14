using CrmMigration.Clean;
using CrmMigration.Clean.Text;

namespace CrmMigration.Plan.Transforms;

/// <summary>Capitals at the beginnings of words, as names and addresses have them.</summary>
/// <param name="Keep">Words in the letter case that they are to have.</param>
public sealed record TitleCaseTransform(IReadOnlyList<string> Keep) : TextTransform
{
    public override string Name => "titleCase";

    /// <summary>True is no longer the spelling of a boolean.</summary>
    public override ValueForm Gives(ValueForm value) => value.Kind == ValueKind.Boolean ? ValueForm.Text(value.Longest) : value;

    public override TextCleaner MakeCleaner() => new TitleCaseCleaner(Keep);
}
