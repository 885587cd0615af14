using System.Diagnostics.CodeAnalysis;
using CrmMigration.Flow;
using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Reconcile;

/// <summary>
/// Puts the report of a run that has ended on the host's shelf, and enters in the books where it lies, or why it does not. The run's end
/// stands by then and its lease is free, so whatever happens here changes nothing of it.
/// </summary>
internal sealed class KeepReport(RunContext context)
{
    public async Task<StepCounts> Run(RunRef run, CancellationToken cancellation)
    {
        if (context.Reports is not { } shelf)
        {
            return new(0);
        }

        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        var report = (await ReportReader.Read(target, run.RunId))!;
        var (address, failure) = await Keep(shelf, run, report, cancellation);
        await target.ExecuteAsync(SqlText.Of("Reconcile/KeepReport.sql"), new { runId = run.RunId, address, failure });
        return new(report.Counts.Rejected);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A fault that no later try mends is told in the books, which is where people look for the report.")]
    private async Task<(string? Address, string? Failure)> Keep(IReportShelf shelf, RunRef run, RunReport report, CancellationToken cancellation)
    {
        try
        {
            return ($"{await shelf.Keep(report, new RejectReader(context.Target, seal: null).Read(run.RunId, RejectFilter.All, cancellation), cancellation)}", null);
        }
        catch (Exception fault) when (!fault.IsTransient() && !cancellation.IsCancellationRequested)
        {
            return (null, StepFault.Answer<StepCounts>(nameof(KeepReport), run, fault).Reason);
        }
    }
}
