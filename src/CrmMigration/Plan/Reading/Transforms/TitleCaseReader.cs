using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>"titleCase"</c> and <c>{ "titleCase": { "keep": ["IKEA"] } }</c>.</summary>
internal sealed class TitleCaseReader : TransformReader
{
    public override Transform? ReadName(PlanNode name, Findings findings) => new TitleCaseTransform([]);

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var values = new SettingValues(settings, findings, PlanShape.TitleCase);
        var keep = values.Texts("keep", "a list of words in the letter case that they are to have");
        return values.Make(() => new TitleCaseTransform(keep));
    }
}
