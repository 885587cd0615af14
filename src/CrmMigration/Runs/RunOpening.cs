using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Rehearse;
using CrmMigration.Rejects;
using CrmMigration.Replay;
using CrmMigration.Schema;
using CrmMigration.Source;
using CrmMigration.Telemetry;
using Dapper;
using Npgsql;

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
        return await InBooks(plan, options.Mode, () => Open(checkedPlan, OfRun(checkedPlan, known), progress, cancellation), cancellation);
    }

    /// <summary>Opens a run for many processes, and leaves its lease taken.</summary>
    public async Task<RunRef> OpenDetached(MigrationPlan plan, RunOptions options, Func<RunRef, Task> start, CancellationToken cancellation)
    {
        var known = Known(options);
        var checkedPlan = await Checked(plan, cancellation);
        return await InBooks(plan, options.Mode, () => OpenDetached(checkedPlan, OfRun(checkedPlan, known), start, cancellation), cancellation);
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

    /// <summary>Takes part in a run that was opened detached.</summary>
    public async Task<MigrationRun> Join(RunRow row, MigrationPlan plan, RunRef run, CancellationToken cancellation)
    {
        var checkedPlan = await Checked(plan, cancellation);
        var lease = DetachedLease.Join(databases.Target, plan.Name, run, clock);
        return new(lease, new(row, checkedPlan, databases, new()) { Reports = Reports, Seal = Seal }, databases.Parallel, Watch);
    }

    private Wish OfRun(CheckedPlan plan, RunOptions options) => new(options.RunId!, options.Parallel, _ => Enter(plan, options));

    private Wish OfReplay(ReplayOptions options) => new(options.RunId, options.Parallel, run => ReplayEntry.Enter(databases.Target, run, options));

    private static RunOptions Known(RunOptions options) =>
        options.RunId is not null ? options : throw new ArgumentException("Bug: a run needs an id.", nameof(options));

    private async Task<CheckedPlan> Checked(MigrationPlan plan, CancellationToken cancellation)
    {
        var check = await PlanCheck.Check(plan, databases.Source, databases.Target, cancellation);
        return Keys.GiveTo(check.Plan ?? throw new InvalidPlanException(check.Mistakes));
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
            await wish.Enter(run);
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

    private async Task<RunRow> Enter(CheckedPlan plan, RunOptions options)
    {
        await using var target = await databases.Target.OpenConnectionAsync();
        await using var transaction = await target.BeginTransactionAsync();
        var run = await target.QuerySingleOrDefaultAsync<RunRow>(SqlText.Of("Runs/FindRun.sql"), new { options.RunId });
        if (run is null)
        {
            run = new(options.RunId!, plan.Plan.Name, plan.Plan.Json, RunRow.Name(options.Mode ?? RunMode.Full), await SampleOf(plan, options), options.PartitionRows, "running");
            await RefuseKnownKey(target, run.Plan, options.IdempotencyKey);
            await GiveUpEarlierRuns(target, run);
            await Create(target, run, plan, options);
        }
        else
        {
            Refuse(run, plan.Plan, options.Mode);
            await target.ExecuteAsync(SqlText.Of("Runs/ReopenRun.sql"), new { options.RunId });
            await target.ExecuteAsync(SqlText.Of("Rejects/ExcuseRejects.sql"), new { options.RunId });
        }

        await transaction.CommitAsync();
        return run;
    }

    private async Task<double?> SampleOf(CheckedPlan plan, RunOptions options) => options.Mode == RunMode.Rehearsal
        ? Sample.Of(options.SamplePercent ?? await Sample.Choose(plan, databases.Source))
        : null;

    private static async Task Create(NpgsqlConnection target, RunRow run, CheckedPlan plan, RunOptions options)
    {
        await target.ExecuteAsync(
            SqlText.Of("Runs/CreateRun.sql"), new { run.RunId, run.Plan, run.PlanJson, run.Mode, run.SamplePercent, run.PartitionRows, options.IdempotencyKey });
        foreach (var (entity, position) in plan.Entities.Select((entity, position) => (entity, position)))
        {
            await target.ExecuteAsync(
                SqlText.Of("Runs/CreateEntity.sql"),
                new
                {
                    run.RunId,
                    entity = entity.Plan.Name,
                    position,
                    sources = entity.Sources.Select(source => source.Name).ToArray(),
                    sourceTables = entity.Sources.Select(source => $"{source.Plan.Table}").ToArray(),
                    targetTable = entity.Plan.TargetTable.ToString(),
                    createdTarget = entity.CreatesTarget,
                });
        }
    }

    // What an unfinished run had loaded but not revealed would lie about for ever. A rehearsal is no reason to give up a run.
    private static async Task GiveUpEarlierRuns(NpgsqlConnection target, RunRow run)
    {
        await LoadTables.DropOfPlan(target, run);
        await target.ExecuteAsync(SqlText.Of("Runs/GiveUpRuns.sql"), new { run.Plan, run.RunId, rehearsals = run.IsRehearsal });
    }

    private static async Task RefuseKnownKey(NpgsqlConnection target, string plan, string? idempotencyKey)
    {
        if (await target.ExecuteScalarAsync<string?>(SqlText.Of("Runs/FindRunOfKey.sql"), new { plan, idempotencyKey }) is { } known)
        {
            throw new InvalidSettingException($"Run {known} was started by the same request. Look at that one, or start another with a new idempotency key.");
        }
    }

    private static void Refuse(RunRow known, MigrationPlan plan, RunMode? mode)
    {
        if (mode is { } wanted && known.Mode != RunRow.Name(wanted))
        {
            throw new InvalidSettingException(
                $"{(known.IsRehearsal ? $"{known.RunId} is a rehearsal" : $"Run {known.RunId} is no rehearsal")}. Carry it on with 'crm-migrate resume {known.RunId}', or choose another run id.");
        }

        if (known.Plan != plan.Name || known.PlanJson != plan.Json)
        {
            throw new InvalidSettingException(
                $"Run {known.RunId} was begun with another text of the plan '{known.Plan}'. Carry it on with 'crm-migrate resume {known.RunId}', which uses the stored plan, or choose another run id.");
        }

        if (known.SupersededBy is { } later)
        {
            throw new InvalidSettingException($"Run {known.RunId} was given up when run {later} of the same plan was started. Resume or look at that one.");
        }

        if (known.State is "cancelled")
        {
            throw new InvalidSettingException($"Run {known.RunId} was cancelled and cannot be carried on. Start a new run.");
        }

        if (known.State is "reconciled" or "not-reconciled")
        {
            throw new InvalidSettingException(
                $"Run {known.RunId} is finished ({known.State}). Look at it with 'crm-migrate report {known.RunId}', or start a new run.");
        }
    }

    /// <param name="Enter">Enters it in the books, once its lease is taken.</param>
    private sealed record Wish(string RunId, int Parallel, Func<RunRef, Task<RunRow>> Enter);
}
