namespace CrmMigration.Reconcile;

/// <summary>A place outside the database where a host keeps what people read of a run that has ended.</summary>
public interface IReportShelf
{
    /// <summary>Keeps the report and the rejected rows, in place of what was kept of the same run before.</summary>
    /// <returns>Where the report's page lies; may be shown.</returns>
    /// <exception cref="InvalidSettingException">They cannot be kept; the message is for people.</exception>
    Task<Uri> Keep(RunReport report, IAsyncEnumerable<RejectedRow> rejects, CancellationToken cancellation);
}
