using System.Text.Json.Nodes;

namespace CrmMigration.Http;

/// <summary>A parameter that a route takes in its query; others are refused by name.</summary>
public sealed record QueryParameter(string Name, string Description)
{
    /// <summary>For a whole number: its bounds.</summary>
    public (int Least, int Most)? Bounds { get; init; }

    /// <summary>For a word: those that are allowed. Empty: any text.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    internal JsonObject Schema() => Bounds is { } bounds
        ? new() { ["type"] = "integer", ["minimum"] = bounds.Least, ["maximum"] = bounds.Most }
        : Words.Count > 0 ? new() { ["type"] = "string", ["enum"] = new JsonArray([.. Words.Select(word => (JsonNode)word)]) } : new() { ["type"] = "string" };
}
