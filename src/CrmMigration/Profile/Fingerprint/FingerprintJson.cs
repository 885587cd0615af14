using System.Text.Json.Serialization;

namespace CrmMigration.Profile;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(SourceFingerprint))]
internal sealed partial class FingerprintJson : JsonSerializerContext;
