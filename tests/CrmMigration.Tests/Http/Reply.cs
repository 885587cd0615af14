using System.Text.Json.Nodes;

namespace CrmMigration.Tests.Http;

/// <summary>An answer as a caller sees it.</summary>
internal sealed record Reply(int Status, string? ContentType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    /// <summary>A text member, or the last part of the problem's type for <c>kind</c>.</summary>
    public string? this[string member] => member == "kind" ? this["type"]?.Split(':')[^1] : Json[member]?.ToString();
}
