using CrmMigration.Flow;
using CrmMigration.Plan;

namespace CrmMigration.Sync;

/// <summary>What a schedule starts: the incremental sync of one plan, while no run of that plan is at work.</summary>
/// <param name="plan">The plan's name, from the setting <c>CrmMigration:SyncPlan</c>; null or empty: none.</param>
public sealed class ScheduledSync(MigrationEngine engine, IPlans plans, string? plan)
{
    /// <summary>Enters how far the target lags behind, and starts the sync, unless something stands against it. Whatever is wrong with settings, plan or databases is told, not thrown.</summary>
    public async Task<SyncStart> Start(FlowInstances instances, CancellationToken cancellation)
    {
        try
        {
            return string.IsNullOrEmpty(plan)
                ? new(SyncStartState.Refused, "No sync is started: the setting CrmMigration:SyncPlan is not set. Name the plan to synchronize in it, or disable the function.")
                : await Start(plan, instances, cancellation);
        }
        catch (Exception wrong) when (wrong is InvalidSettingException or InvalidPlanException)
        {
            return new(SyncStartState.Refused, $"No sync is started of the plan that the setting CrmMigration:SyncPlan names, '{plan}'. {wrong.Message}");
        }
    }

    private async Task<SyncStart> Start(string name, FlowInstances instances, CancellationToken cancellation)
    {
        var read = await plans.Read(name, cancellation);
        await engine.SyncLag(read, cancellation);
        if (await engine.RunAtWork(read, cancellation) is { } run)
        {
            return new(SyncStartState.NotYet, $"No sync of the plan '{name}' is started: run {run.RunId} holds its lease, at work since {run.StartedAt.UtcDateTime:u}.");
        }

        // No run's id has a colon.
        return await instances.TryBegin($"sync:{name}", Flows.Synchronize.Name, new SyncRef(name), cancellation)
            ? new(SyncStartState.Started, $"A sync of the plan '{name}' is started.")
            : new(SyncStartState.NotYet, $"No sync of the plan '{name}' is started: the one before it is still at work.");
    }
}
