using System.Text.Json;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads an entity's fields.</summary>
internal sealed class FieldReader(Findings findings)
{
    private static readonly Dictionary<string, OnInvalid> Policies =
        Enum.GetValues<OnInvalid>().ToDictionary(policy => policy.ToString().ToLowerInvariant());

    private readonly ColumnListReader _columns = new(findings);
    private readonly ChainReader _chains = new(findings);
    private readonly TargetReader _targets = new(findings);

    public List<FieldPlan> ReadAll(PlanNode node) =>
        findings.IsKind(node, JsonValueKind.Array, "a list of fields, such as [{ \"from\": \"mail\", \"to\": \"email\", \"as\": \"email\" }]")
            ? [.. node.Items.Select(Read)]
            : [];

    private FieldPlan Read(PlanNode node)
    {
        var reader = new ObjectReader(node, findings, PlanShape.Field);
        return reader.Optional("value") is { } value ? ReadConstant(reader, value) : ReadMoved(reader);
    }

    private FieldPlan ReadConstant(ObjectReader reader, PlanNode value)
    {
        foreach (var name in PlanShape.Field.Except(["value", "to"]))
        {
            if (reader.Optional(name) is { } other)
            {
                findings.Add(other, $"\"{name}\" stands beside \"value\"", "a value and its target column, and nothing else", $"Remove \"{name}\" or \"value\".");
            }
        }

        var field = new FieldPlan { Value = ValueReader.Read(value, findings) ?? new("", ValueKind.Text) };
        return reader.Required("to", "a target column") is { } to ? _targets.Read(to, field) : field;
    }

    private FieldPlan ReadMoved(ObjectReader reader)
    {
        var from = reader.Required("from", "a source column") is { } source ? ReadFrom(source) : [];
        var chain = reader.Optional("as") is { } written ? _chains.Read(written) : [];
        var field = new FieldPlan
        {
            From = from,
            As = chain ?? [],
            Cast = reader.Optional("cast") is { } cast ? CastReader.Read(cast, findings) : null,
            OnInvalid = reader.Optional("onInvalid") is { } policy ? ReadPolicy(policy, chain) : OnInvalid.Clear,
            Required = reader.OptionalFlag("required"),
        };
        if (chain is not null && reader.Optional("from") is { } at)
        {
            CheckJoined(field, at);
        }

        return reader.Required("to", "a target column, or a list of them") is not { } to ? field
            : chain is null ? _targets.ReadUnchecked(to, field)
            : _targets.Read(to, field);
    }

    private List<string> ReadFrom(PlanNode node) =>
        node.Kind == JsonValueKind.Array ? _columns.Read(node, "a list of source columns")
        : findings.IsKind(node, JsonValueKind.String, "a source column, or a list of them for a format") ? [_columns.ReadName(node)]
        : [];

    private OnInvalid ReadPolicy(PlanNode node, IReadOnlyList<Transform>? chain)
    {
        const string Expected = "\"reject\", \"clear\" or \"keep\"";
        if (chain is { Count: 0 })
        {
            findings.Add(node, "\"onInvalid\" stands where nothing is cleaned", "\"as\" with a transform that may find a value unusable", "Remove it, or add \"as\".");
        }

        if (findings.IsKind(node, JsonValueKind.String, Expected) && !Policies.ContainsKey(node.Text))
        {
            findings.Add(node, $"{node.Shown} stands here", Expected, $"{NearestName.Suggestion(node.Text, Policies.Keys)}Leave it out for \"clear\".");
        }

        if (node is { Kind: JsonValueKind.String, Text: "keep" } && chain?.FirstOrDefault(transform => transform.Conceals) is { } concealing)
        {
            findings.Add(
                node, $"\"keep\" stands beside \"{concealing.Name}\", which would be passed by", "\"reject\" or \"clear\" for a value that people must not learn",
                "Leave it out, and an unusable value is cleared.");
        }

        return Policies.GetValueOrDefault(node.Text);
    }

    /// <summary>What a format names is what is read, no more and no less; without a format one column is read.</summary>
    private void CheckJoined(FieldPlan field, PlanNode from)
    {
        if (field.As is not [FormatTransform format, ..])
        {
            if (from.Kind == JsonValueKind.Array)
            {
                findings.Add(
                    from, "a list of source columns stands here, and nothing joins them", "one source column, or a format of all of them",
                    "Begin \"as\" with { \"format\": \"{first}, {second}\" }, with your columns in the braces.");
            }

            return;
        }

        string[] named = [.. format.Parts.Select(part => part.Column)];
        foreach (var missing in named.Except(field.From))
        {
            findings.Add(from, $"the format names \"{missing}\", which is not read", "every column of the format in \"from\"", $"Add \"{missing}\" to \"from\", or correct its name.");
        }

        foreach (var unused in field.From.Except(named).Where(name => name.Length > 0))
        {
            findings.Add(from, $"\"{unused}\" is read, and the format does not name it", "only columns of the format in \"from\"", $"Put {{{unused}}} into the format, or remove it from \"from\".");
        }
    }
}
