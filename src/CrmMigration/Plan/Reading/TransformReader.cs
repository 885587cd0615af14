using CrmMigration.Clean;
using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads a field's <c>as</c>: a transform's name, or an object with the name and its settings.</summary>
internal sealed class TransformReader(Findings findings)
{
    /// <summary>Null after reporting a mistake.</summary>
    public Transform? Read(PlanNode node)
    {
        switch (node.Kind)
        {
            case JsonValueKind.String:
                return Named(node);
            case JsonValueKind.Object when node.Properties is [{ Name: "phone" } phone]:
                return Phone(phone.Value);
            case JsonValueKind.Object when node.Properties is [{ Name: "personName" or "email" } plain]:
                findings.Add(node, $"\"{plain.Name}\" has no settings", $"\"as\": \"{plain.Name}\"", "Write the name alone.");
                return null;
            case JsonValueKind.Object when node.Properties is [var other]:
                ReportUnknown(other.Value with { Line = other.Line }, other.Name);
                return null;
            default:
                findings.Add(
                    node, node.Kind == JsonValueKind.Object ? $"an object with {node.Properties.Count} properties stands here" : $"{node.Shown} stands here",
                    "the name of one transform, or an object with one", $"Use one of {Known}, or leave \"as\" out to copy the value.");
                return null;
        }
    }

    private static string Known => string.Join(", ", PlanShape.Transforms);

    private Transform? Named(PlanNode node)
    {
        switch (node.Text)
        {
            case "personName":
                return new Transform.PersonName();
            case "email":
                return new Transform.Email();
            case "phone":
                findings.Add(
                    node, "\"phone\" has no region", "the region that national numbers are of",
                    "Write { \"phone\": { \"region\": \"US\" } } with your region's two letters.");
                return null;
            default:
                ReportUnknown(node, node.Text);
                return null;
        }
    }

    private Transform.Phone? Phone(PlanNode node)
    {
        const string Expected = "a region's two letters, such as \"US\" (ISO 3166-1 alpha-2)";
        var reader = new ObjectReader(node, findings, PlanShape.Phone);
        if (reader.Required("region", Expected) is not { } region || findings.Text(region, Expected) is not { Length: > 0 } letters)
        {
            return null;
        }

        if (PhoneRegion.TryFind(letters.ToUpperInvariant(), out _))
        {
            return new(letters.ToUpperInvariant());
        }

        findings.Add(
            region, $"{region.Shown} is not a region whose numbers are known", Expected,
            $"Write the two letters of the country whose numbers have no country code; known are {string.Join(", ", PhoneRegion.Known.Order(StringComparer.Ordinal))}.");
        return null;
    }

    private void ReportUnknown(PlanNode at, string name) =>
        findings.Add(
            at, $"there is no transform \"{name}\"", $"one of {Known}",
            $"{NearestName.Suggestion(name, PlanShape.Transforms)}Leave \"as\" out to copy the value unchanged.");
}
