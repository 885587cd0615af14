using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using CrmMigration.Runs;
using CrmMigration.Withdraw;

namespace CrmMigration.Reconcile.Report;

/// <summary>Reports and states as JSON: the properties of <see cref="RunReport"/> and <see cref="RunStatus"/> in camelCase, times in ISO 8601, durations as <c>hh:mm:ss</c>.</summary>
public static class ReportJson
{
    // Indented JSON for files and terminals, never pasted into a page: plain letters stay readable.
    private static readonly ReportJsonTypes Types = new(new JsonSerializerOptions(ReportJsonTypes.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(RunReport report) => JsonSerializer.Serialize(report, Types.RunReport);

    public static string Write(RunStatus status) => JsonSerializer.Serialize(status, Types.RunStatus);

    public static string Write(IReadOnlyList<RunStatus> runs) => JsonSerializer.Serialize(runs, Types.IReadOnlyListRunStatus);

    public static string Write(Withdrawal withdrawal) => JsonSerializer.Serialize(withdrawal, Types.Withdrawal);

    /// <summary>The JSON schema (2020-12) of what <see cref="Write(RunReport)"/> writes.</summary>
    public static JsonNode Schema() => Types.RunReport.GetJsonSchemaAsNode();

    /// <summary>The report that <see cref="Write(RunReport)"/> wrote. Sums are computed again, not read.</summary>
    /// <exception cref="JsonException">The text is no report.</exception>
    public static RunReport Read(string json) =>
        JsonSerializer.Deserialize(json, Types.RunReport) ?? throw new JsonException("Expected a report, found null.");
}
