using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmMigration.Rehearse;

/// <summary>Writes a kind of sample as the books do: <c>corrected</c>.</summary>
public sealed class SampleKindName() : JsonStringEnumConverter<SampleKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
