using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CrmMigration.Http.Shapes;

/// <summary>The types that cross the interface as JSON. Their properties, in camelCase, are the format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    Converters = [typeof(StartModeName)])]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(StartedMigration))]
[JsonSerializable(typeof(RequestTaken))]
[JsonSerializable(typeof(Migration))]
[JsonSerializable(typeof(MigrationList))]
[JsonSerializable(typeof(RejectList))]
[JsonSerializable(typeof(RejectGroups))]
[JsonSerializable(typeof(FixRequest))]
[JsonSerializable(typeof(FixedRejects))]
[JsonSerializable(typeof(ReplayRequest))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(Readiness))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class HttpJson : JsonSerializerContext;
