using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Rejects;
using CrmMigration.Replay;
using CrmMigration.Schema;
using CrmMigration.Source;
using CrmMigration.Telemetry;
using CrmMigration.Withdraw;
using Dapper;

namespace CrmMigration.Runs;

/// <summary>Everything that must be right before a run may begin or go on.</summary>
internal sealed class RunOpening(Databases databases, TimeProvider clock)
{
    public required StepWatch Watch { get; init; }

    /// <summary>Null: the host keeps no reports.</summary>
    public IReportShelf? Reports { get; init; }

    /// <summary>Null: the plan does not encrypt what is kept of rejected rows.</summary>
    public PayloadSeal? Seal { get; init; }

    public required HashKeys Keys { get; init; }

    /// <summary>Opens a run for this process, which holds its lease from now on.</summary>
    public async Task<MigrationRun> Open(MigrationPlan plan, RunOptions options, RunProgress progress, CancellationToken cancellation)
    {
        var known = Known(options);
        var checkedPlan = await Checked(plan, cancellation);
        return await InBooks(plan, options.Mode, () => Open(checkedPlan, OfRun(checkedPlan, known, cancellation), progress, cancellation), cancellation);
    }

    /// <summary>Opens a run for many processes, and leaves its lease taken.</summary>
    public async Task<RunRef> OpenDetached(MigrationPlan plan, RunOptions options, Func<RunRef, Task> start, CancellationToken cancellation)
    {
        var known = Known(options);
        var checkedPlan = await Checked(plan, cancellation);
        return await InBooks(plan, options.Mode, () => OpenDetached(checkedPlan, OfRun(checkedPlan, known, cancellation), start, cancellation), cancellation);
    }

    /// <summary>Opens a run that has ended, for a replay of its rejected rows in this process.</summary>
    public async Task<MigrationRun> OpenReplay(MigrationPlan plan, ReplayOptions options, RunProgress progress, CancellationToken cancellation)
    {
        var checkedPlan = await Checked(plan, cancellation);
        return await InBooks(plan, RunMode.Full, () => Open(checkedPlan, OfReplay(options), progress, cancellation), cancellation);
    }

    /// <summary>The same for many processes; its lease stays taken.</summary>
    public async Task<RunRef> OpenReplayDetached(MigrationPlan plan, ReplayOptions options, Func<RunRef, Task> start, CancellationToken cancellation)
    {
        var checkedPlan = await Checked(plan, cancellation);
        return await InBooks(plan, RunMode.Full, () => OpenDetached(checkedPlan, OfReplay(options), start, cancellation), cancellation);
    }

    /// <summary>Opens a run for its withdrawal in this process.</summary>
    public async Task<MigrationRun> OpenWithdrawal(MigrationPlan plan, WithdrawOptions options, RunProgress progress, CancellationToken cancellation)
    {
        var checkedPlan = await Checked(plan, cancellation);
        return await InBooks(plan, mode: null, () => Open(checkedPlan, OfWithdrawal(checkedPlan, options), progress, cancellation), cancellation);
    }

    /// <summary>What that would do.</summary>
    public async Task<Withdrawal> LookAtWithdrawal(MigrationPlan plan, string runId, CancellationToken cancellation)
    {
        var checkedPlan = await Checked(plan, cancellation);
        return await InBooks(plan, mode: null, () => new WithdrawalLook(databases.Target, checkedPlan).Run(runId, cancellation), cancellation);
    }

    /// <summary>The same for many processes; its lease stays taken.</summary>
    public async Task<RunRef> OpenWithdrawalDetached(MigrationPlan plan, WithdrawOptions options, Func<RunRef, Task> start, CancellationToken cancellation)
    {
        var checkedPlan = await Checked(plan, cancellation);
        return await InBooks(plan, mode: null, () => OpenDetached(checkedPlan, OfWithdrawal(checkedPlan, options), start, cancellation), cancellation);
    }

    /// <summary>Takes part in a run that was opened detached.</summary>
    public async Task<MigrationRun> Join(RunRow row, MigrationPlan plan, RunRef run, CancellationToken cancellation)
    {
        var checkedPlan = await Checked(plan, cancellation);
        var lease = DetachedLease.Join(databases.Target, plan.Name, run, clock);
        return new(lease, new(row, checkedPlan, databases, new()) { Reports = Reports, Seal = Seal }, databases.Parallel, Watch);
    }

    private Wish OfRun(CheckedPlan plan, RunOptions options, CancellationToken cancellation) =>
        new(options.RunId!, options.Parallel, _ => new RunEntry(databases, plan, options).Enter(cancellation));

    private Wish OfReplay(ReplayOptions options) => new(options.RunId, options.Parallel, run => ReplayEntry.Enter(databases.Target, run, options));

    private Wish OfWithdrawal(CheckedPlan plan, WithdrawOptions options) => new(options.RunId, options.Parallel, run => WithdrawEntry.Enter(databases.Target, plan, run));

    private static RunOptions Known(RunOptions options) =>
        options.RunId is not null ? options : throw new ArgumentException("Bug: a run needs an id.", nameof(options));

    private async Task<CheckedPlan> Checked(MigrationPlan plan, CancellationToken cancellation)
    {
        var check = await PlanCheck.Check(plan, databases.Source, databases.Target, cancellation);
        return Keys.GiveTo(check.Plan ?? throw new InvalidPlanException([.. check.Drift, .. check.Mistakes]));
    }

    private async Task<T> InBooks<T>(MigrationPlan plan, RunMode? mode, Func<Task<T>> open, CancellationToken cancellation)
    {
        async Task<T> Installed()
        {
            await StateSchema.Install(databases.Target, cancellation);
            return mode == RunMode.Rehearsal && await GapToMakeTables(plan, cancellation) is { } gap
                ? throw new InvalidSettingException($"A rehearsal makes tables, but {gap.Found}. {gap.Fix}")
                : await open();
        }

        return await BookAccess.Try(databases.Target, plan.TargetConnection, Installed, cancellation);
    }

    private async Task<BookGap?> GapToMakeTables(MigrationPlan plan, CancellationToken cancellation) =>
        (await BookRights.Read(databases.Target, cancellation)).OfRun(plan.TargetConnection, makesTables: true).FirstOrDefault();

    private async Task<MigrationRun> Open(CheckedPlan plan, Wish wish, RunProgress progress, CancellationToken cancellation)
    {
        var lease = await Lease.Take(databases.Target, (plan.Plan.Name, wish.RunId), clock, cancellation);
        try
        {
            var run = await wish.Enter(lease.Run);
            return new(lease, new(run, plan, databases, progress) { Reports = Reports, Seal = Seal }, wish.Parallel, Watch);
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    private async Task<RunRef> OpenDetached(CheckedPlan plan, Wish wish, Func<RunRef, Task> start, CancellationToken cancellation)
    {
        var run = (await DetachedLease.Take(databases.Target, plan.Plan.Name, wish.RunId, cancellation)) with { Target = plan.Plan.TargetConnection };
        try
        {
            run = run with { Rehearses = (await wish.Enter(run)).IsRehearsal };
            await start(run);
            return run;
        }
        catch
        {
            await using var connection = await databases.Target.OpenConnectionAsync(CancellationToken.None);
            await connection.ExecuteAsync(SqlText.Of("Runs/ReleaseLease.sql"), new { plan = plan.Plan.Name, fence = run.Fence });
            throw;
        }
    }

    /// <param name="Enter">Enters it in the books, once its lease is taken.</param>
    private sealed record Wish(string RunId, int Parallel, Func<RunRef, Task<RunRow>> Enter);
}
