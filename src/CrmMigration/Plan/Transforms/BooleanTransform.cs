using CrmMigration.Clean;
using CrmMigration.Clean.Typed;

namespace CrmMigration.Plan.Transforms;

/// <summary>True or false of the words for yes and no.</summary>
/// <param name="Yes">Words for yes besides the usual ones, and before them.</param>
/// <param name="No">Words for no.</param>
/// <param name="Only">The usual ones do not count.</param>
public sealed record BooleanTransform(IReadOnlyList<string> Yes, IReadOnlyList<string> No, bool Only) : TextTransform
{
    public override string Name => "boolean";

    public override ValueForm Gives(ValueForm value) => ValueForm.Boolean;

    public override TextCleaner MakeCleaner() => new BooleanCleaner(Yes, No, Only);
}
