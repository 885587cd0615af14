using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using CrmMigration.Withdraw;

namespace CrmMigration;

/// <summary>The withdrawal of runs.</summary>
public sealed partial class MigrationEngine
{
    /// <summary>Takes the lease of a run's plan, to withdraw the run in this process. The run is the caller's to dispose, which frees the lease.</summary>
    /// <param name="plan">The one the run was begun with.</param>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases any more; nothing was written.</exception>
    /// <exception cref="InvalidSettingException">A connection is wrong, the run cannot be withdrawn, or another run holds the plan.</exception>
    public async Task<MigrationRun> BeginWithdrawal(MigrationPlan plan, WithdrawOptions options, RunProgress progress, CancellationToken cancellation)
    {
        await RefuseWithdrawal(plan, options, cancellation);
        return await Opened(plan, options.Parallel, opening => opening.OpenWithdrawal(plan, options, progress, cancellation), cancellation);
    }

    /// <summary>The same for many processes, as <see cref="Enter"/>.</summary>
    /// <param name="start">Starts the flow of the withdrawal; where it throws, the lease is given back.</param>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases any more; nothing was written.</exception>
    /// <exception cref="InvalidSettingException">A connection is wrong, the run cannot be withdrawn, or another run holds the plan.</exception>
    public async Task<RunRef> EnterWithdrawal(MigrationPlan plan, WithdrawOptions options, Func<RunRef, Task> start, CancellationToken cancellation)
    {
        await RefuseWithdrawal(plan, options, cancellation);
        await using var databases = await Databases.Open(plan, connections, options.Parallel, cancellation);
        return await (await Opening(databases, plan, cancellation)).OpenWithdrawalDetached(plan, options, start, cancellation);
    }

    /// <summary>What a withdrawal would do now. Nothing is written, and nobody is kept from the run but for moments.</summary>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases any more.</exception>
    /// <exception cref="InvalidSettingException">A connection is wrong, or the run cannot be withdrawn.</exception>
    public async Task<Withdrawal> LookAtWithdrawal(MigrationPlan plan, string runId, CancellationToken cancellation)
    {
        await RefuseWithdrawal(plan, new() { RunId = runId }, cancellation);
        await using var databases = await Databases.Open(plan, connections, 1, cancellation);
        return await (await Opening(databases, plan, cancellation)).LookAtWithdrawal(plan, runId, cancellation);
    }

    /// <summary>In a sentence, why a run cannot be withdrawn now; null when it can.</summary>
    public Task<string?> WhyNotWithdrawn(string connection, string runId, CancellationToken cancellation) =>
        Look(connection, books => books.WhyNotWithdrawn(runId, cancellation), cancellation);

    // Told before the plan is compared with databases that may have moved on since.
    private async Task RefuseWithdrawal(MigrationPlan plan, WithdrawOptions options, CancellationToken cancellation)
    {
        if (await WhyNotWithdrawn(plan.TargetConnection, options.RunId, cancellation) is { } refusal)
        {
            throw new InvalidSettingException(refusal);
        }
    }
}
