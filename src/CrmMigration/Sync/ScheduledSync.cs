using System.Security.Cryptography;
using CrmMigration.Plan;
using CrmMigration.Runs;

namespace CrmMigration.Sync;

/// <summary>What a schedule starts: the incremental sync of one plan, while no run of that plan is at work.</summary>
/// <param name="plan">The plan's name, from the setting <c>CrmMigration:SyncPlan</c>; null or empty: none.</param>
public sealed class ScheduledSync(MigrationEngine engine, IPlans plans, string? plan)
{
    /// <summary>Enters how far the target lags behind, and starts the sync, unless something stands against it. Whatever is wrong with settings, plan or databases is told, not thrown.</summary>
    /// <param name="start">How the host begins a run.</param>
    public async Task<SyncStart> Start(Func<MigrationPlan, RunOptions, CancellationToken, Task> start, CancellationToken cancellation)
    {
        try
        {
            return string.IsNullOrEmpty(plan)
                ? new(SyncStartState.Refused, "No sync is started: the setting CrmMigration:SyncPlan is not set. Name the plan to synchronize in it, or disable the function.")
                : await Start(plan, start, cancellation);
        }
        catch (Exception wrong) when (wrong is InvalidSettingException or InvalidPlanException)
        {
            return new(SyncStartState.Refused, $"No sync is started of the plan that the setting CrmMigration:SyncPlan names, '{plan}'. {wrong.Message}");
        }
    }

    private async Task<SyncStart> Start(string name, Func<MigrationPlan, RunOptions, CancellationToken, Task> start, CancellationToken cancellation)
    {
        var read = await plans.Read(name, cancellation);
        await engine.SyncLag(read, cancellation);
        if (await engine.RunAtWork(read, cancellation) is { } run)
        {
            return new(SyncStartState.NotYet, $"No sync of the plan '{name}' is started: run {run.RunId} holds its lease, at work since {run.StartedAt.UtcDateTime:u}.");
        }

        var id = RunId.New(read.Name, engine.Clock.GetUtcNow(), BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4)));
        try
        {
            await start(read, new() { RunId = id, Mode = RunMode.Incremental }, cancellation);
            return new(SyncStartState.Started, $"Sync {id} of the plan '{name}' is started.");
        }
        catch (PlanAtWorkException other)
        {
            // Who started a run at the same moment was faster.
            return new(SyncStartState.NotYet, $"No sync of the plan '{name}' is started. {other.Message}");
        }
    }
}
