using System.Text.Json;
using System.Text.Json.Serialization;
using CrmMigration.Runs;

namespace CrmMigration.Reconcile.Report;

/// <summary>Writes a mode as the books do: <c>full</c>, <c>rehearsal</c>.</summary>
public sealed class RunModeName() : JsonStringEnumConverter<RunMode>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
