using CrmMigration.Plan;
using CrmMigration.Schema;
using CrmMigration.Source;
using CrmMigration.Telemetry;
using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>Everything that must be right before a run may begin or go on.</summary>
internal static class RunOpening
{
    /// <summary>Opens a run for this process, which holds its lease from now on.</summary>
    public static async Task<MigrationRun> Open(
        Databases databases, MigrationPlan plan, RunOptions options, (RunProgress Progress, StepWatch Watch) eyes, CancellationToken cancellation)
    {
        var (checkedPlan, known) = await Prepare(databases, plan, options, cancellation);
        var lease = await Lease.Take(databases.Target, plan.Name, known.RunId!, cancellation);
        try
        {
            var run = await Enter(databases, checkedPlan, known);
            return new(lease, new(run, checkedPlan, databases, eyes.Progress), options.Parallel, eyes.Watch);
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a run for many processes, and leaves its lease taken.</summary>
    public static async Task<RunRef> OpenDetached(
        Databases databases, (MigrationPlan Plan, RunOptions Options) wish, Func<RunRef, Task> start, CancellationToken cancellation)
    {
        var plan = wish.Plan;
        var (checkedPlan, known) = await Prepare(databases, plan, wish.Options, cancellation);
        var run = (await DetachedLease.Take(databases.Target, plan.Name, known.RunId!, cancellation)) with { Target = plan.TargetConnection };
        try
        {
            await Enter(databases, checkedPlan, known);
            await start(run);
            return run;
        }
        catch
        {
            await using var connection = await databases.Target.OpenConnectionAsync(CancellationToken.None);
            await connection.ExecuteAsync(SqlText.Of("Runs/ReleaseLease.sql"), new { plan = plan.Name, fence = run.Fence });
            throw;
        }
    }

    /// <summary>Takes part in a run that was opened detached.</summary>
    public static async Task<MigrationRun> Join(Databases databases, RunRow row, (MigrationPlan Plan, RunRef Run, StepWatch Watch) known, CancellationToken cancellation)
    {
        var check = await PlanCheck.Check(known.Plan, databases.Source, databases.Target, cancellation);
        var checkedPlan = check.Plan ?? throw new InvalidPlanException(check.Mistakes);
        var lease = DetachedLease.Join(databases.Target, known.Plan.Name, known.Run);
        return new(lease, new(row, checkedPlan, databases, new()), databases.Parallel, known.Watch);
    }

    private static async Task<(CheckedPlan Plan, RunOptions Options)> Prepare(
        Databases databases, MigrationPlan plan, RunOptions options, CancellationToken cancellation)
    {
        var runId = options.RunId ?? throw new ArgumentException("Bug: a run needs an id.", nameof(options));
        var check = await PlanCheck.Check(plan, databases.Source, databases.Target, cancellation);
        var checkedPlan = check.Plan ?? throw new InvalidPlanException(check.Mistakes);
        await StateSchema.Install(databases.Target, cancellation);
        return (checkedPlan, options with { RunId = runId });
    }

    private static async Task<RunRow> Enter(Databases databases, CheckedPlan plan, RunOptions options)
    {
        await using var target = await databases.Target.OpenConnectionAsync();
        await using var transaction = await target.BeginTransactionAsync();
        var known = await target.QuerySingleOrDefaultAsync<RunRow>(SqlText.Of("Runs/FindRun.sql"), new { options.RunId });
        if (known is null)
        {
            await RefuseKnownKey(target, plan.Plan.Name, options.IdempotencyKey);
            await GiveUpEarlierRuns(target, plan.Plan.Name, options.RunId!);
            await target.ExecuteAsync(
                SqlText.Of("Runs/CreateRun.sql"),
                new { options.RunId, plan = plan.Plan.Name, json = plan.Plan.Json, options.PartitionRows, options.IdempotencyKey });
            foreach (var (entity, position) in plan.Entities.Select((entity, position) => (entity, position)))
            {
                await target.ExecuteAsync(
                    SqlText.Of("Runs/CreateEntity.sql"),
                    new
                    {
                        options.RunId,
                        entity = entity.Plan.Name,
                        position,
                        source = entity.Plan.Source,
                        sourceTable = entity.Plan.SourceTable.ToString(),
                        targetTable = entity.Plan.TargetTable.ToString(),
                        createdTarget = entity.CreatesTarget,
                    });
            }
        }
        else
        {
            Refuse(known, plan.Plan.Name, plan.Plan.Json);
            await target.ExecuteAsync(SqlText.Of("Runs/ReopenRun.sql"), new { options.RunId });
        }

        await transaction.CommitAsync();
        return known ?? new(options.RunId!, plan.Plan.Name, plan.Plan.Json, options.PartitionRows, "running");
    }

    // What an unfinished run had loaded but not revealed would lie about for ever.
    private static async Task GiveUpEarlierRuns(NpgsqlConnection target, string plan, string runId)
    {
        await LoadTables.DropOfPlan(target, plan);
        await target.ExecuteAsync(SqlText.Of("Runs/GiveUpRuns.sql"), new { plan, runId });
    }

    private static async Task RefuseKnownKey(NpgsqlConnection target, string plan, string? idempotencyKey)
    {
        if (await target.ExecuteScalarAsync<string?>(SqlText.Of("Runs/FindRunOfKey.sql"), new { plan, idempotencyKey }) is { } known)
        {
            throw new InvalidSettingException($"Run {known} was started by the same request. Look at that one, or start another with a new idempotency key.");
        }
    }

    private static void Refuse(RunRow known, string plan, string json)
    {
        if (known.Plan != plan || known.PlanJson != json)
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
}
