using System.Text.Json.Serialization;

namespace CrmMigration.Profile;

/// <summary>The types of a profile as JSON. Their public properties, in camelCase, are the format.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SourceProfile))]
internal sealed partial class ProfileJsonTypes : JsonSerializerContext;
