using CrmMigration.Flow;
using CrmMigration.Http;
using CrmMigration.Plan;

namespace CrmMigration.Functions.Orchestrations;

/// <summary>Runs migrations as orchestrations: the instance id is the run's. Starting one twice is harmless, as its lease is taken first.</summary>
internal sealed class DurableRuns(MigrationEngine engine, FlowInstances instances) : IRunHost
{
    public Task Start(MigrationPlan plan, RunOptions options, CancellationToken cancellation) => engine.Enter(
        plan, options, run => instances.Replace(run.RunId, nameof(MigrationOrchestrator), run, cancellation), cancellation);

    public Task Resume(string runId, MigrationPlan plan, CancellationToken cancellation) => Start(plan, new() { RunId = runId }, cancellation);

    // No run's id has a colon.
    public Task Replay(MigrationPlan plan, ReplayOptions options, CancellationToken cancellation) => engine.EnterReplay(
        plan, options, run => instances.Replace($"replay:{run.RunId}", nameof(ReplayFlows.Replay), run, cancellation), cancellation);

    public Task Withdraw(MigrationPlan plan, WithdrawOptions options, CancellationToken cancellation) => engine.EnterWithdrawal(
        plan, options, run => instances.Replace($"withdraw:{run.RunId}", nameof(WithdrawFlows.Withdraw), run, cancellation), cancellation);
}
