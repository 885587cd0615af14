using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace CrmMigration.Profile;

/// <summary>A profile as JSON: the properties of <see cref="SourceProfile"/> in camelCase, times in ISO 8601, durations as <c>hh:mm:ss</c>.</summary>
public static class ProfileJson
{
    // Indented JSON for files and terminals, never pasted into a page: plain letters stay readable.
    private static readonly ProfileJsonTypes Types = new(new JsonSerializerOptions(ProfileJsonTypes.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(SourceProfile profile) => JsonSerializer.Serialize(profile, Types.SourceProfile);

    /// <summary>The JSON schema (2020-12) of what <see cref="Write"/> writes.</summary>
    public static JsonNode Schema() => Types.SourceProfile.GetJsonSchemaAsNode();
}
