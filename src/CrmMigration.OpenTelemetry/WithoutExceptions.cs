using OpenTelemetry;
using OpenTelemetry.Logs;

namespace CrmMigration.OpenTelemetry;

/// <summary>Takes the exception out of a log record, but for its type: a message of PostgreSQL or of .NET may quote a value of a row.</summary>
internal sealed class WithoutExceptions : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is { } fault)
        {
            data.Attributes = [.. data.Attributes ?? [], new("exception.type", fault.GetType().FullName)];
            data.Exception = null;
        }
    }
}
