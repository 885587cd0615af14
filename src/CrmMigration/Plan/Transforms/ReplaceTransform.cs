using CrmMigration.Clean;
using CrmMigration.Clean.Text;

namespace CrmMigration.Plan.Transforms;

/// <summary>A text in place of each match of a regular expression.</summary>
public sealed record ReplaceTransform(ReplacementPattern Pattern) : TextTransform
{
    public override string Name => "replace";

    public override PlanCaution? Caution => Pattern.NeedsBacktracking
        ? new(
            "the pattern of \"replace\" looks around, refers back or is atomic, so its time has no bound", "a pattern that only reads on",
            "A value that takes longer than a second is unusable (replace.too-slow); write it another way where values may be long.")
        : null;

    public override ValueForm Gives(ValueForm value) =>
        ValueForm.Text(value.Longest is { } longest ? MakeCleaner().MostWritten(longest) : null);

    public override TextCleaner MakeCleaner() => new ReplaceCleaner(Pattern);
}
