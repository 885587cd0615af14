using System.Text.Json;

namespace CrmMigration.Rehearse.Binding;

/// <summary>Where two texts of a plan say different things. Comments, spaces and the order of members do not count.</summary>
internal static class PlanChanges
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>One sentence for each place; empty where both mean the same.</summary>
    public static IReadOnlyList<string> Between(string before, string now)
    {
        using var old = Parse(before);
        using var latest = Parse(now);
        return [.. Between("", old.RootElement, latest.RootElement).Select(change => $"The plan: {change}.")];
    }

    private static JsonDocument Parse(string plan) => JsonDocument.Parse(plan.TrimStart('\uFEFF'), Lenient);

    private static IEnumerable<string> Between(string path, JsonElement before, JsonElement now) => (before.ValueKind, now.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => OfObjects(path, before, now),
        (JsonValueKind.Array, JsonValueKind.Array) => OfArrays(path, before, now),
        _ => JsonElement.DeepEquals(before, now) ? [] : [$"{path} is another"],
    };

    private static IEnumerable<string> OfObjects(string path, JsonElement before, JsonElement now)
    {
        string At(string name) => path.Length == 0 ? name : $"{path}.{name}";
        foreach (var member in before.EnumerateObject())
        {
            if (!now.TryGetProperty(member.Name, out var other))
            {
                yield return $"{At(member.Name)} is gone";
                continue;
            }

            foreach (var change in Between(At(member.Name), member.Value, other))
            {
                yield return change;
            }
        }

        foreach (var member in now.EnumerateObject().Where(member => !before.TryGetProperty(member.Name, out _)))
        {
            yield return $"{At(member.Name)} is new";
        }
    }

    // Of lists of another length, what is at the same place need not be the same thing.
    private static IEnumerable<string> OfArrays(string path, JsonElement before, JsonElement now) => before.GetArrayLength() == now.GetArrayLength()
        ? before.EnumerateArray().Zip(now.EnumerateArray()).SelectMany((pair, place) => Between($"{path}[{place}]", pair.First, pair.Second))
        : [$"{path} has {now.GetArrayLength()} elements; it had {before.GetArrayLength()}"];
}
