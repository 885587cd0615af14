using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using CrmMigration.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace CrmMigration.Azure;

/// <summary>Where a host in Azure sends its telemetry: by OTLP, to Application Insights, to both or nowhere, as its settings say.</summary>
public static class TelemetryRegistration
{
    /// <summary>The worker's capability that tells the Functions host not to send the worker's log records once more.</summary>
    public const string TellsItself = "WorkerOpenTelemetryEnabled";

    // A host that is scaled in loses its disk: what is left is sent before it stops, not kept there for its next start.
    private const string NoKeepingOnShutdown = "Azure.Monitor.OpenTelemetry.Exporter.DisablePersistOnShutdown";

    /// <summary>
    /// Reads <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>. With <c>Authorization=AAD</c> in
    /// <c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c> Application Insights gets a Microsoft Entra token of the host's identity.
    /// </summary>
    /// <param name="find">Gives a setting by its name; null when it is not set.</param>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, Func<string, string?> find)
    {
        var insights = find("APPLICATIONINSIGHTS_CONNECTION_STRING");
        if (string.IsNullOrEmpty(insights) && string.IsNullOrEmpty(find(EngineTelemetry.Endpoint)))
        {
            return services;
        }

        var builder = services.AddOpenTelemetry().AddEngine(find, "crm-migration");
        if (!string.IsNullOrEmpty(insights))
        {
            AppContext.SetSwitch(NoKeepingOnShutdown, true);
            builder.AddApplicationInsights(insights, Credential(find("APPLICATIONINSIGHTS_AUTHENTICATION_STRING")));
        }

        return services;
    }

    /// <summary>As the Functions host reads it: <c>Authorization=AAD;ClientId=...</c>; null for anything else.</summary>
    internal static TokenCredential? Credential(string? authentication)
    {
        var parts = (authentication ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0].Trim(), part => part[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return string.Equals(parts.GetValueOrDefault("Authorization"), "AAD", StringComparison.OrdinalIgnoreCase)
            ? new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = parts.GetValueOrDefault("ClientId") })
            : null;
    }

    private static void AddApplicationInsights(this IOpenTelemetryBuilder builder, string connection, TokenCredential? credential)
    {
        builder.WithTracing(tracing => tracing.AddAzureMonitorTraceExporter(Configure));
        builder.WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Configure));
        builder.WithLogging(logging => logging.AddAzureMonitorLogExporter(Configure));

        // Alerts and figures rest on all of it, and a run has few spans: nothing is sampled.
        void Configure(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = connection;
            options.Credential = credential;
            options.SamplingRatio = 1;
            options.TracesPerSecond = null;
            options.EnableTraceBasedLogsSampler = false;
            options.EnableLiveMetrics = false;
        }
    }
}
