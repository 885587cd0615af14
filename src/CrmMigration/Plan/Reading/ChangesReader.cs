using System.Globalization;
using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads <c>changes</c>: how a sync finds what changed in a source, or in an entity's sources.</summary>
internal sealed class ChangesReader(Findings findings)
{
    private const string Expected = "\"horizon\", { \"changedAt\": a column of the source } or { \"log\": true }";
    private const string ExpectedLog = "true, or { \"slot\": its name, \"publication\": its name }";
    private const string Span = "a whole number with s, m, h or d, such as \"1h\"";
    private const int MostPasses = 10_000;

    /// <summary>Null for the horizon, and after reporting a mistake.</summary>
    public ChangesPlan? Read(PlanNode node)
    {
        switch (node)
        {
            case { Kind: JsonValueKind.String, Text: "horizon" }:
                return null;
            case { Kind: JsonValueKind.Object }:
                return node.Properties.Any(property => property.Name == "log") ? ReadLog(node) : ReadColumn(node);
            default:
                findings.Add(node, $"{node.Shown} stands here", Expected, "Say how a sync finds what changed; leave it out for \"horizon\", which needs nothing.");
                return null;
        }
    }

    private ChangesPlan.ByColumn ReadColumn(PlanNode node)
    {
        var reader = new ObjectReader(node, findings, PlanShape.Changes);
        return new(
            reader.RequiredText("changedAt", "a column of the source"),
            reader.Optional("overlap") is { } overlap ? ReadSpan(overlap) : null,
            ReadEvery(reader.Optional("horizonEvery"), ChangesPlan.ByColumn.UsualHorizonEvery));
    }

    private ChangesPlan.ByLog ReadLog(PlanNode node)
    {
        var reader = new ObjectReader(node, findings, PlanShape.ChangesByLog);
        var every = ReadEvery(reader.Optional("horizonEvery"), ChangesPlan.ByLog.UsualHorizonEvery);
        if (reader.Optional("log") is { Kind: JsonValueKind.Object } named)
        {
            var names = new ObjectReader(named, findings, PlanShape.Log);
            return new(Name(names.Optional("slot")), Name(names.Optional("publication")), every);
        }

        if (reader.Optional("log") is { Kind: not JsonValueKind.True } other)
        {
            findings.Add(other, $"{other.Shown} stands here", ExpectedLog, "Write true where they are named after the plan and the source, as check says.");
        }

        return new(null, null, every);
    }

    private string? Name(PlanNode? node) => node is null ? null : findings.Text(node, "a name");

    private TimeSpan? ReadSpan(PlanNode node)
    {
        var written = findings.Text(node, Span);
        if (written is [.. var digits, var unit] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && Unit(unit) is { } seconds
            && (long)count * seconds <= TimeSpan.FromDays(365).TotalSeconds)
        {
            return TimeSpan.FromSeconds((long)count * seconds);
        }

        if (written.Length > 0)
        {
            findings.Add(node, $"{node.Shown} stands here", $"{Span}, up to 365d", "Write for how long a transaction may be open in the source.");
        }

        return null;
    }

    private int ReadEvery(PlanNode? node, int usual)
    {
        if (node is null)
        {
            return usual;
        }

        if (node.Kind == JsonValueKind.Number && int.TryParse(node.Text, out var every) && every is >= 1 and <= MostPasses)
        {
            return every;
        }

        findings.Add(node, $"{node.Shown} stands here", $"a whole number from 1 to {MostPasses}", $"Say which pass of so many goes by the horizon; leave it out for {usual}.");
        return usual;
    }

    private static int? Unit(char unit) => unit switch
    {
        's' => 1,
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        _ => null,
    };
}
