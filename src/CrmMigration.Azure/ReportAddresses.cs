namespace CrmMigration.Azure;

/// <summary>Where the files of a run lie: the page for a browser, the same as JSON, and the rejected rows as CSV.</summary>
public sealed record ReportAddresses(Uri Html, Uri Json, Uri Rejects);
