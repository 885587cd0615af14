using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads what an entity says of its sync: what becomes of rows that have left the source, and of those that both sides changed.</summary>
internal sealed class SyncReader(Findings findings)
{
    private const string DeletesForm = "\"propagate\", \"keep\" or { \"mark\": a column }";
    private const string ConflictsForm = "\"review\", \"source\" or \"target\"";

    public DeletePolicy Deletes(ObjectReader owner)
    {
        switch (owner.Optional("deletes"))
        {
            case null:
            case { Kind: JsonValueKind.String, Text: "propagate" }:
                return new DeletePolicy.Propagate();
            case { Kind: JsonValueKind.String, Text: "keep" }:
                return new DeletePolicy.Keep();
            case { Kind: JsonValueKind.Object } node:
                return new DeletePolicy.Mark(new ObjectReader(node, findings, PlanShape.Deletes).RequiredText("mark", "a column of the target"));
            case { } node:
                findings.Add(node, $"{node.Shown} stands here", DeletesForm, "Say what becomes of rows that have left the source; leave it out for \"propagate\".");
                return new DeletePolicy.Propagate();
        }
    }

    public ConflictPolicy Conflicts(ObjectReader owner)
    {
        var node = owner.Optional("conflicts");
        switch (node)
        {
            case null:
            case { Kind: JsonValueKind.String, Text: "review" }:
                return ConflictPolicy.Review;
            case { Kind: JsonValueKind.String, Text: "source" }:
                return ConflictPolicy.Source;
            case { Kind: JsonValueKind.String, Text: "target" }:
                return ConflictPolicy.Target;
            default:
                findings.Add(node, $"{node.Shown} stands here", ConflictsForm, "Say who wins where both sides changed a row; leave it out for \"review\".");
                return ConflictPolicy.Review;
        }
    }
}
