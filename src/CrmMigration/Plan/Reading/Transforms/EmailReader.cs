using CrmMigration.Clean.Emails;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading.Transforms;

/// <summary>Reads <c>"email"</c> and <c>{ "email": { "typos": "suggest", "domain": "ascii", "quoted": true } }</c>.</summary>
internal sealed class EmailReader : TransformReader
{
    public override Transform? ReadName(PlanNode name, Findings findings) => new EmailTransform();

    public override Transform? ReadSettings(PlanNode settings, Findings findings)
    {
        var before = findings.Mistakes.Count;
        var reader = new ObjectReader(settings, findings, PlanShape.Email);
        var options = new EmailOptions
        {
            Typos = Choice<TypoHandling>(reader.Optional("typos"), findings),
            Domain = Choice<DomainForm>(reader.Optional("domain"), findings),
            TakesQuoted = reader.OptionalFlag("quoted"),
        };
        return findings.Mistakes.Count == before ? new EmailTransform(options) : null;
    }

    // The first one where nothing is said.
    private static T Choice<T>(PlanNode? node, Findings findings)
        where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
        var at = node is null ? 0 : Array.IndexOf(names, node.Text);
        if (at < 0)
        {
            findings.Add(
                node!, $"{node!.Shown} stands here", $"one of {string.Join(", ", names.Select(name => $"\"{name}\""))}",
                $"Write one of them, or leave it out for \"{names[0]}\".");
        }

        return Enum.GetValues<T>()[Math.Max(at, 0)];
    }
}
