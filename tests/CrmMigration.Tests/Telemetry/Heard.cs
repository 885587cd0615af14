using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CrmMigration.Telemetry;
using Microsoft.Extensions.Logging;

namespace CrmMigration.Tests.Telemetry;

/// <summary>Hears everything that the engine tells in this process until it is disposed: log records of all levels, spans, and measurements.</summary>
internal sealed class Heard : ILogger<MigrationEngine>, IDisposable
{
    private readonly ActivityListener spanListener;
    private readonly MeterListener meterListener;

    public Heard()
    {
        spanListener = new()
        {
            ShouldListenTo = source => source.Name == TelemetryNames.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Spans.Enqueue,
        };
        meterListener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == TelemetryNames.Source)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured.Enqueue(new(instrument.Name, value, tags.ToArray())));
        meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured.Enqueue(new(instrument.Name, value, tags.ToArray())));
        ActivitySource.AddActivityListener(spanListener);
        meterListener.Start();
    }

    public ConcurrentQueue<Activity> Spans { get; } = new();

    public ConcurrentQueue<Measurement> Measured { get; } = new();

    /// <summary>Names of the events in the order they were logged, and the rendered records.</summary>
    public ConcurrentQueue<(EventId Event, LogLevel Level, string Text)> Records { get; } = new();

    public IEnumerable<string?> Events => Records.Select(record => record.Event.Name);

    /// <summary>All of it as text, one piece a line.</summary>
    public string Everything => string.Join('\n', [
        .. Records.Select(record => $"{record.Event} {record.Text}"),
        .. Spans.Select(Text),
        .. Measured.Select(one => $"{one.Instrument} {one.Value} {Text(one.Tags)}")]);

    /// <summary>Asks the instruments that tell only when asked.</summary>
    public void Look() => meterListener.RecordObservableInstruments();

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> tags ? Text(tags) : "";
        Records.Enqueue((eventId, logLevel, $"{formatter(state, exception)} {values} {exception}"));
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => throw new NotSupportedException("The engine opens no scopes.");

    public void Dispose()
    {
        spanListener.Dispose();
        meterListener.Dispose();
    }

    private static string Text(Activity span) =>
        $"{span.OperationName} {span.DisplayName} {span.StatusDescription} {Text(span.TagObjects)} {Text(span.Events.SelectMany(one => one.Tags))} {Text(span.Baggage!)}";

    private static string Text<T>(IEnumerable<KeyValuePair<string, T>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    internal sealed record Measurement(string Instrument, double Value, KeyValuePair<string, object?>[] Tags)
    {
        public string? this[string tag] => Tags.FirstOrDefault(one => one.Key == tag).Value?.ToString();
    }
}
