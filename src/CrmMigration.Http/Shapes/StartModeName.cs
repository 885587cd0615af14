using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmMigration.Http.Shapes;

/// <summary>Writes a mode as callers write it: <c>full</c>.</summary>
internal sealed class StartModeName() : JsonStringEnumConverter<StartMode>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
