using CrmMigration.Plan;
using CrmMigration.Rehearse;
using CrmMigration.Rehearse.Binding;
using CrmMigration.Source;
using CrmMigration.Sync;
using CrmMigration.Withdraw;
using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>Enters a run in the books when its lease is taken: a new one, or a known one that is carried on.</summary>
internal sealed class RunEntry(Databases databases, CheckedPlan plan, RunOptions options)
{
    /// <exception cref="InvalidSettingException">The run cannot be begun or carried on like this; nothing was written.</exception>
    public async Task<RunRow> Enter(CancellationToken cancellation)
    {
        await using var target = await databases.Target.OpenConnectionAsync(cancellation);
        if (await target.QuerySingleOrDefaultAsync<RunRow>(SqlText.Of("Runs/FindRun.sql"), new { options.RunId }) is { } known)
        {
            RefuseOther(known);
            RefuseEnded(known);
            RefuseDrift(known);
            await Reopen(target);
            return known;
        }

        var basis = await new RehearsalBinding(databases, target).Of(plan.Plan, options, cancellation);
        return await Create(target, basis);
    }

    private async Task Reopen(NpgsqlConnection target)
    {
        await using var transaction = await target.BeginTransactionAsync();
        await target.ExecuteAsync(SqlText.Of("Runs/ReopenRun.sql"), new { options.RunId });
        await target.ExecuteAsync(SqlText.Of("Rejects/ExcuseRejects.sql"), new { options.RunId });
        await transaction.CommitAsync();
    }

    private async Task<RunRow> Create(NpgsqlConnection target, RunBasis basis)
    {
        await using var transaction = await target.BeginTransactionAsync();
        var run = new RunRow(
            options.RunId!, plan.Plan.Name, plan.Plan.Json, RunRow.Name(options.Mode ?? RunMode.Full), await SamplePercent(), options.PartitionRows, "running", ConfirmsDeletes: options.ConfirmsDeletes, Deep: options.Deep, Repairs: options.Repairs, Accepts: string.Join(' ', options.Accepts), DropsSlots: options.DropsSlots);
        await RefuseKnownKey(target, run.Plan);
        RefuseDrift(run);
        await RefuseHalfWithdrawn(target, run);
        if (run.IsPass || run.IsVerification)
        {
            await SyncEntry.Check(target, run, plan.Entities.SelectMany(entity => entity.Sources, (entity, source) => (entity.Plan.Name, source.Name)));
        }

        await GiveUpEarlierRuns(target, run);
        await CreateRun(target, run, basis);
        await CreateEntities(target, run);
        await transaction.CommitAsync();
        return run;
    }

    private async Task<double?> SamplePercent() => options.Mode == RunMode.Rehearsal
        ? Sample.Of(options.SamplePercent ?? await Sample.Choose(plan, databases.Source))
        : null;

    private Task<int> CreateRun(NpgsqlConnection target, RunRow run, RunBasis basis) => target.ExecuteAsync(
        SqlText.Of("Runs/CreateRun.sql"),
        new
        {
            run.RunId,
            run.Plan,
            run.PlanJson,
            run.Mode,
            run.SamplePercent,
            basis.Fingerprint,
            basis.Rehearsed,
            drift = basis.Drift.ToArray(),
            run.PartitionRows,
            options.IdempotencyKey,
            options.ConfirmsDeletes,
            options.Deep,
            options.Repairs,
            accepts = options.Accepts.ToArray(),
            options.DropsSlots,
        });

    private async Task CreateEntities(NpgsqlConnection target, RunRow run)
    {
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
                    seen = entity.Sources.Select(source => SeenColumns.Write(source.Seen)).ToArray(),
                    news = entity.Sources.Select(source => SeenColumns.WriteNews(run.IsPass ? source.News : [])).ToArray(),
                    targetTable = entity.Plan.TargetTable.ToString(),
                    createdTarget = entity.CreatesTarget,
                });
        }
    }

    // What an unfinished run had loaded but not revealed would lie about for ever. A rehearsal is no reason to give up a run.
    private static async Task GiveUpEarlierRuns(NpgsqlConnection target, RunRow run)
    {
        if (!run.IsPass && !run.IsVerification)
        {
            await LoadTables.DropOfPlan(target, run);
        }

        await target.ExecuteAsync(SqlText.Of("Runs/GiveUpRuns.sql"), new { run.Plan, run.RunId, run.Mode, run.IsPass });
        await target.ExecuteAsync(SqlText.Of("Sync/ForgetGivenUp.sql"), new { run.Plan });
    }

    private async Task RefuseKnownKey(NpgsqlConnection target, string plan)
    {
        if (await target.ExecuteScalarAsync<string?>(SqlText.Of("Runs/FindRunOfKey.sql"), new { plan, options.IdempotencyKey }) is { } known)
        {
            throw new InvalidSettingException($"Run {known} was started by the same request. Look at that one, or start another with a new idempotency key.");
        }
    }

    // What is in the target is of no run then.
    private static async Task RefuseHalfWithdrawn(NpgsqlConnection target, RunRow run)
    {
        if (!run.IsRehearsal && await target.ExecuteScalarAsync<string?>(SqlText.Of("Withdraw/FindHalfWithdrawn.sql"), new { run.Plan }) is { } half)
        {
            throw new HalfWithdrawnException(half);
        }
    }

    private void RefuseOther(RunRow known)
    {
        var carryOn = $"Carry it on with 'crm-migrate resume {known.RunId}'";
        if (options.Mode is { } wanted && known.Mode != RunRow.Name(wanted))
        {
            throw new InvalidSettingException(
                $"{(known.IsRehearsal ? $"{known.RunId} is a rehearsal" : wanted == RunMode.Rehearsal ? $"Run {known.RunId} is no rehearsal" : $"Run {known.RunId} has the mode '{known.Mode}', not '{RunRow.Name(wanted)}'")}. {carryOn}, or choose another run id.");
        }

        if (known.Plan != plan.Plan.Name || known.PlanJson != plan.Plan.Json)
        {
            throw new InvalidSettingException(
                $"Run {known.RunId} was begun with another text of the plan '{known.Plan}'. {carryOn}, which uses the stored plan, or choose another run id.");
        }

        if (options.Rehearsed is { } rehearsed && rehearsed != known.Rehearsed)
        {
            throw new InvalidSettingException(
                $"Run {known.RunId} was begun bound to {(known.Rehearsed is { } other ? $"rehearsal {other}" : "no rehearsal")}, not to '{rehearsed}'. {carryOn}, or choose another run id.");
        }
    }

    // What a pass would bring over is no longer what the rows became that did not change.
    private void RefuseDrift(RunRow run)
    {
        if (run.IsPass && plan.Drift.Count > 0)
        {
            throw new InvalidPlanException(plan.Drift);
        }
    }

    private static void RefuseEnded(RunRow known)
    {
        if (known.SupersededBy is { } later)
        {
            throw new InvalidSettingException($"Run {known.RunId} was given up when run {later} of the same plan was started. Resume or look at that one.");
        }

        if (known.State is "withdrawing" or "withdrawn")
        {
            throw new InvalidSettingException($"Run {known.RunId} was withdrawn and cannot be carried on. Start a new run.");
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
