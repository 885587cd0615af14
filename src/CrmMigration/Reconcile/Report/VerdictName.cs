using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmMigration.Reconcile.Report;

/// <summary>Writes a verdict as the run's state is written: <c>reconciled</c>, <c>not-reconciled</c>, <c>failed</c>, <c>unfinished</c>, <c>withdrawn</c>.</summary>
public sealed class VerdictName() : JsonStringEnumConverter<Verdict>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
