using System.Text.Json;
using CrmMigration.Plan.Reading.Transforms;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading;

/// <summary>
/// Reads a field's <c>as</c>: one transform or a list of them. A transform is its name, or an object with the name and its settings.
/// </summary>
internal sealed class ChainReader(Findings findings)
{
    private static readonly string Known = string.Join(", ", KnownTransforms.ByName.Keys);

    /// <summary>Null after reporting a mistake.</summary>
    public IReadOnlyList<Transform>? Read(PlanNode node)
    {
        var links = node.Kind == JsonValueKind.Array ? node.Items : [node];
        if (links.Count == 0)
        {
            findings.Add(node, "an empty list stands here", "at least one transform", "Leave \"as\" out to copy the value unchanged.");
            return null;
        }

        Transform?[] read = [.. links.Select(ReadLink)];
        var misplaced = read.Where((transform, i) => IsMisplaced(transform, links[i], i == 0, i == read.Length - 1)).Count();
        return read.Contains(null) || misplaced > 0 ? null : [.. read.OfType<Transform>()];
    }

    private Transform? ReadLink(PlanNode node)
    {
        switch (node.Kind)
        {
            case JsonValueKind.String:
                return ReaderOf(node, node.Text)?.ReadName(node, findings);
            case JsonValueKind.Object when node.Properties is [var only]:
                return ReaderOf(only.Value with { Line = only.Line }, only.Name)?.ReadSettings(only.Value, findings);
            default:
                findings.Add(
                    node, node.Kind == JsonValueKind.Object ? $"an object with {node.Properties.Count} properties stands here" : $"{node.Shown} stands here",
                    "the name of one transform, or an object with one", $"Use one of {Known}, or leave \"as\" out to copy the value.");
                return null;
        }
    }

    private TransformReader? ReaderOf(PlanNode at, string name)
    {
        if (KnownTransforms.ByName.TryGetValue(name, out var reader))
        {
            return reader;
        }

        findings.Add(
            at, $"there is no transform \"{name}\"", $"one of {Known}",
            $"{NearestName.Suggestion(name, KnownTransforms.ByName.Keys)}Leave \"as\" out to copy the value unchanged.");
        return null;
    }

    private bool IsMisplaced(Transform? transform, PlanNode node, bool isFirst, bool isLast)
    {
        switch (transform)
        {
            case FormatTransform when !isFirst:
                findings.Add(node, "\"format\" stands behind another transform", "\"format\" first, as it reads the columns", "Move it to the front of the list.");
                return true;
            case PersonNameTransform when !isLast:
                findings.Add(node, "a transform stands behind \"personName\"", "\"personName\" last, as it gives several values", "Move it to the end of the list.");
                return true;
            case SplitPartsTransform when !isLast:
                findings.Add(
                    node, "a transform stands behind a \"split\" without \"part\"", "\"split\" last, or with the \"part\" that is taken",
                    "Add \"part\", or move it to the end of the list, where \"to\" names a column for each part.");
                return true;
            default:
                return false;
        }
    }
}
