using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>"mask"</c>, <c>{ "mask": { "first": 1, "last": 4 } }</c> and <c>{ "mask": { "first": 1, "email": true } }</c>.</summary>
internal sealed class MaskReader : TransformReader
{
    private const int MostShown = 100;

    public override Transform? ReadName(PlanNode name, Findings findings) => new MaskTransform(0, 0, false);

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var values = new SettingValues(settings, findings, PlanShape.Mask);
        var (first, last, isEmail) = (values.Whole("first", 0, MostShown), values.Whole("last", 0, MostShown), values.Flag("email"));
        if (isEmail && last is not null)
        {
            values.Mistake("last", "\"last\" stands beside \"email\"", "the first characters of a mailbox alone", "Remove it: of an e-mail address the domain stays.");
        }

        return values.Make(() => new MaskTransform(first ?? 0, last ?? 0, isEmail));
    }
}
