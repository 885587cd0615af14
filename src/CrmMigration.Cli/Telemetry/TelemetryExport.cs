using System.Runtime.CompilerServices;
using CrmMigration.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace CrmMigration.Cli.Telemetry;

/// <summary>Sends the engine's telemetry by OTLP while a command works. Disposing it sends the rest.</summary>
internal sealed class TelemetryExport(IDisposable sender, ILogger<MigrationEngine> log) : IDisposable
{
    public ILogger<MigrationEngine> Log => log;

    /// <summary>Whether the environment of this process asks for it; for those who come before the settings are read.</summary>
    public static bool IsWanted => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EngineTelemetry.Endpoint));

    /// <summary>Null, and nothing loaded for it, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is not set.</summary>
    public static TelemetryExport? Start(IConfiguration settings) =>
        string.IsNullOrEmpty(settings[EngineTelemetry.Endpoint]) ? null : StartSending(settings);

    public void Dispose() => sender.Dispose();

    // A method of its own, as the libraries are loaded when the method that needs them is compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TelemetryExport StartSending(IConfiguration settings)
    {
        var sender = OpenTelemetrySdk.Create(builder =>
        {
            builder.Services.AddSingleton(settings);
            builder.AddEngine(name => settings[name], "crm-migrate");
        });
        return new(sender, sender.GetLoggerFactory().CreateLogger<MigrationEngine>());
    }
}
