using CrmMigration.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CrmMigration.OpenTelemetry;

/// <summary>What any host of the engine hands to OpenTelemetry: the engine's spans, metrics and log records, and of the host's own log warnings only.</summary>
public static class EngineTelemetry
{
    /// <summary>The standard setting that switches the export by OTLP on; its companions (protocol, headers, ...) count too.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Levels of the engine's records that go out: <c>Debug</c> has one or two for each step. <c>Information</c>, where it is not set.</summary>
    public const string Level = "Logging:LogLevel:" + TelemetryNames.Source;

    private const string FunctionsWorker = "Microsoft.Azure.Functions.Worker";

    /// <summary>Adds the engine's telemetry, every span of it, and the export by OTLP where <see cref="Endpoint"/> is set.</summary>
    /// <param name="find">Gives a setting by its name; null when it is not set.</param>
    /// <param name="service">Name of the service, unless <c>OTEL_SERVICE_NAME</c> names it.</param>
    public static IOpenTelemetryBuilder AddEngine(this IOpenTelemetryBuilder builder, Func<string, string?> find, string service)
    {
        var level = Enum.TryParse<LogLevel>(find(Level), ignoreCase: true, out var wanted) ? wanted : LogLevel.Information;
        builder.Services.AddLogging(logging => logging
            .AddFilter<OpenTelemetryLoggerProvider>(category: null, LogLevel.None)
            .AddFilter<OpenTelemetryLoggerProvider>(FunctionsWorker, LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>(TelemetryNames.Source, level));
        builder.ConfigureResource(resource => resource.AddService(service).AddEnvironmentVariableDetector());
        builder.WithTracing(tracing => tracing.SetSampler(new AlwaysOnSampler()).AddSource(TelemetryNames.Source));
        builder.WithMetrics(metrics => metrics.AddMeter(TelemetryNames.Source));
        builder.WithLogging(logging => logging.AddProcessor(new WithoutExceptions()), options => options.IncludeFormattedMessage = true);
        return find(Endpoint) is { Length: > 0 } ? builder.UseOtlpExporter() : builder;
    }
}
