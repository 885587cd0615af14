using CrmMigration.Clean.Typed;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>"boolean"</c> and <c>{ "boolean": { "true": ["x"], "false": ["-"], "only": true } }</c>.</summary>
internal sealed class BooleanReader : TransformReader
{
    private const string Words = "a list of words";

    public override Transform? ReadName(PlanNode name, Findings findings) => new BooleanTransform([], [], false);

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var values = new SettingValues(settings, findings, PlanShape.Boolean);
        var (yes, no, only) = (values.Texts("true", Words), values.Texts("false", Words), values.Flag("only"));
        if (BooleanCleaner.InBoth(yes, no) is { Length: > 0 } both)
        {
            values.Mistake("false", $"\"{both}\" stands in both lists", "each word in one of them", "Remove it from one of the two.");
        }

        return values.Make(() => new BooleanTransform(yes, no, only));
    }
}
