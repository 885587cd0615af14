using CrmMigration.Plan;

namespace CrmMigration.Http;

/// <summary>Whatever runs a migration's flow: this process, or an orchestration on many machines.</summary>
public interface IRunHost
{
    /// <summary>Starts a run. When it returns the run is in the books and goes on by itself.</summary>
    /// <param name="options">With the id of the new run, and the idempotency key to remember with it.</param>
    /// <param name="cancellation">Of the start only, not of the run.</param>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases; nothing was written.</exception>
    /// <exception cref="InvalidSettingException">A connection is wrong, or another run holds the plan; nothing was started.</exception>
    Task Start(MigrationPlan plan, RunOptions options, CancellationToken cancellation);

    /// <summary>Carries on a run that is not at work; returns when it is at work again.</summary>
    /// <param name="plan">The one the run was begun with.</param>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases any more.</exception>
    /// <exception cref="InvalidSettingException">A connection is wrong, the run cannot be carried on, or another run holds the plan.</exception>
    Task Resume(string runId, MigrationPlan plan, CancellationToken cancellation);

    /// <summary>Replays rejected rows of a run that is reconciled; returns when the replay is in the books and goes on by itself.</summary>
    /// <param name="plan">The one the run was begun with.</param>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases any more.</exception>
    /// <exception cref="InvalidSettingException">A connection is wrong, the rows cannot be replayed, or another run holds the plan.</exception>
    Task Replay(MigrationPlan plan, ReplayOptions options, CancellationToken cancellation);

    /// <summary>Withdraws a run; returns when the withdrawal is in the books and goes on by itself.</summary>
    /// <param name="plan">The one the run was begun with.</param>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases any more.</exception>
    /// <exception cref="InvalidSettingException">A connection is wrong, the run cannot be withdrawn, or another run holds the plan.</exception>
    Task Withdraw(MigrationPlan plan, WithdrawOptions options, CancellationToken cancellation);
}
