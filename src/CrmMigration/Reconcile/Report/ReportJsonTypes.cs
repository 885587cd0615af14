using System.Text.Json.Serialization;
using CrmMigration.Rehearse;
using CrmMigration.Runs;
using CrmMigration.Withdraw;

namespace CrmMigration.Reconcile.Report;

/// <summary>The types that leave the product as JSON. Their public properties, in camelCase, are the format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    Converters = [typeof(RunModeName), typeof(SampleKindName), typeof(VerdictName)])]
[JsonSerializable(typeof(RunReport))]
[JsonSerializable(typeof(RunStatus))]
[JsonSerializable(typeof(IReadOnlyList<RunStatus>))]
[JsonSerializable(typeof(Withdrawal))]
internal sealed partial class ReportJsonTypes : JsonSerializerContext;
