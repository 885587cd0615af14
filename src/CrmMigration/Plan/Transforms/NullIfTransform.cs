using CrmMigration.Clean;
using CrmMigration.Clean.Text;

namespace CrmMigration.Plan.Transforms;

/// <summary>No value in place of one that says nothing.</summary>
/// <param name="Values">What counts as no value.</param>
/// <param name="Placeholders">The usual ones count as well: n/a, null, none, -, ??? and the like.</param>
public sealed record NullIfTransform(IReadOnlyList<string> Values, bool Placeholders) : TextTransform
{
    public override string Name => "nullIf";

    public override ValueForm Gives(ValueForm value) => value;

    public override TextCleaner MakeCleaner() => new NullIfCleaner(Values, Placeholders);
}
