using CrmMigration.Plan;
using CrmMigration.Runs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrmMigration.Functions.Orchestrations;

/// <summary>Starts the orchestration of a run that is in the books. Starting it twice is harmless: the instance id is the run's.</summary>
internal sealed class DurableStart(MigrationEngine engine, DurableTaskClient client)
{
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases; nothing was written.</exception>
    /// <exception cref="InvalidSettingException">A connection or option is wrong, or another run holds the plan.</exception>
    public Task Start(MigrationPlan plan, RunOptions options, CancellationToken cancellation) =>
        engine.Enter(plan, options, run => Schedule(run, options.Parallel, cancellation), cancellation);

    private Task<string> Schedule(RunRef run, int window, CancellationToken cancellation) =>
        client.ScheduleNewOrchestrationInstanceAsync(
            nameof(MigrationOrchestrator), new FlowInput<RunRef>(run, window), new StartOrchestrationOptions(InstanceId: run.RunId), cancellation);
}
