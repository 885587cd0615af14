using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads where a plan's rows go: to <c>target</c>, or to the one of its <c>targets</c> that this text is for.</summary>
internal sealed class PlanTargetReader(Findings findings)
{
    private const string Expected = "an object with the target's \"connection\", or \"targets\" by name";

    public PlanTarget Read(ObjectReader plan)
    {
        if (plan.Optional("targets") is not { } listed)
        {
            return new(null, plan.Required("target", Expected) is { } target ? PlanRootReader.ReadConnection(target, findings) : "", "$.target");
        }

        if (plan.Optional("target") is { } other)
        {
            findings.Add(other, "\"target\" stands beside \"targets\"", "one of the two", "Write it under \"targets\" with a name.");
        }

        var named = PlanRootReader.Named(listed, "target", findings).FindAll(target => target.Value.Kind != JsonValueKind.Null);
        foreach (var odd in named.Where(target => !PlanFileName.IsName(target.Name)))
        {
            findings.Add(odd.Value, $"the target is called \"{odd.Name}\"", "letters from a to z, digits, dashes and underscores, as files and runs are named after it", "Rename it.");
        }

        if (named.Count > 1)
        {
            findings.Add(listed, $"the targets {string.Join(", ", named.Select(target => target.Name))} stand here", "one target for a run", "Say which one, or have the program run the plan for each.");
        }

        return named.Count == 0 ? new("", "", listed.Path) : new(named[0].Name, PlanRootReader.ReadConnection(named[0].Value, findings), named[0].Value.Path);
    }

    /// <param name="Name">Null: the plan has but one target, and no name for it.</param>
    internal sealed record PlanTarget(string? Name, string Connection, string Path);
}
