namespace CrmMigration.Tests.Sample;

/// <summary>Remembers the last report, and does something at each; in the reporter's own thread, unlike Progress.</summary>
internal sealed class ReportedRows(Action<long>? then = null) : IProgress<long>
{
    public long Last { get; private set; }

    public void Report(long value)
    {
        Last = value;
        then?.Invoke(value);
    }
}
