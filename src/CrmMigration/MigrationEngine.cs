using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;

namespace CrmMigration;

/// <summary>The engine as its hosts see it.</summary>
/// <param name="resolve">Gives the connection string of a connection's name, or null when none is set.</param>
public sealed class MigrationEngine(Func<string, string?> resolve)
{
    public Task<CheckResult> Check(MigrationPlan plan, CancellationToken cancellation) => throw new NotSupportedException(resolve.ToString());
    public Task<RunReport> Run(MigrationPlan plan, RunOptions options, RunProgress progress, CancellationToken cancellation) => throw new NotSupportedException();
    public Task<IReadOnlyList<RunStatus>> Runs(string connection, CancellationToken cancellation) => throw new NotSupportedException();
    public Task<RunStatus?> Status(string connection, string runId, CancellationToken cancellation) => throw new NotSupportedException();
    public Task<RunReport?> Report(string connection, string runId, CancellationToken cancellation) => throw new NotSupportedException();
    public IAsyncEnumerable<RejectedRow> Rejects(string connection, string runId, CancellationToken cancellation) => throw new NotSupportedException();
    public Task<MigrationPlan?> PlanOf(string connection, string runId, CancellationToken cancellation) => throw new NotSupportedException();
}
