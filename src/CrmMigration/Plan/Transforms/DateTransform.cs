using CrmMigration.Clean;
using CrmMigration.Clean.Typed;

namespace CrmMigration.Plan.Transforms;

/// <summary>A date or timestamp of a text in one of the formats.</summary>
/// <param name="WithTime">Timestamps are given; else dates.</param>
public sealed record DateTransform(IReadOnlyList<DateFormat> Formats, bool WithTime) : TextTransform
{
    public override string Name => "date";

    public override ValueForm Gives(ValueForm value) => WithTime ? ValueForm.Timestamp : ValueForm.Date;

    public override TextCleaner MakeCleaner() => new DateCleaner(Formats, WithTime);
}
