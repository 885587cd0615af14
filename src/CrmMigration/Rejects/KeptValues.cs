using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrmMigration.Rejects;

/// <summary>The personal part of a rejected row, as it is sealed: one JSON object of both.</summary>
/// <param name="Payload">The source row as JSON; null when it is not kept, or was emptied.</param>
internal readonly record struct KeptValues(string? Suggestion, string? Payload)
{
    public bool AreNone => Suggestion is null && Payload is null;

    public string ToJson() => new JsonObject
    {
        ["suggestion"] = Suggestion,
        ["payload"] = Payload is null ? null : JsonNode.Parse(Payload),
    }.ToJsonString();

    public static KeptValues Read(string json)
    {
        using var both = JsonDocument.Parse(json);
        var (suggestion, payload) = (both.RootElement.GetProperty("suggestion"), both.RootElement.GetProperty("payload"));
        return new(suggestion.GetString(), payload.ValueKind == JsonValueKind.Null ? null : payload.GetRawText());
    }
}
