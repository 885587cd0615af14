using System.Text;
using CrmMigration.Clean;
using CrmMigration.Clean.Text;

namespace CrmMigration.Plan.Transforms;

/// <summary>Fills shorter texts up.</summary>
/// <param name="With">The character to fill with.</param>
/// <param name="AtEnd">Behind the text in place of before it.</param>
public sealed record PadTransform(int Length, Rune With, bool AtEnd) : TextTransform
{
    public override string Name => "pad";

    public override ValueForm Gives(ValueForm value) => ValueForm.Text(value.Longest is { } longest ? Math.Max(longest, Length) : null);

    public override TextCleaner MakeCleaner() => new PadCleaner(Length, With, AtEnd);
}
