using CrmMigration.Plan;
using CrmMigration.Profile;
using CrmMigration.Reconcile;
using CrmMigration.Rejects;
using CrmMigration.Runs;
using CrmMigration.Schema;
using CrmMigration.Source;
using CrmMigration.Sync.Log;
using CrmMigration.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmMigration;

/// <summary>The engine as its hosts see it. Holds nothing between calls: all state stands in the target database.</summary>
/// <param name="connections">Where the connection strings of the plans' connections come from.</param>
/// <param name="log">Where it tells how runs go; null: nowhere. No record holds a value of a row.</param>
public sealed partial class MigrationEngine(IConnections connections, ILogger<MigrationEngine>? log = null)
{
    /// <summary>Tells when a lease is due to be renewed.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the reports of runs are kept when they end; null: only in the database.</summary>
    public IReportShelf? Reports { get; init; }

    internal StepWatch Watch { get; } = new(log ?? NullLogger<MigrationEngine>.Instance);

    /// <summary>Compares a plan with both live schemas; writes nothing.</summary>
    /// <exception cref="InvalidSettingException">A connection or key that the plan names cannot be used.</exception>
    public async Task<CheckResult> Check(MigrationPlan plan, CancellationToken cancellation)
    {
        await using var databases = await Databases.Open(plan, connections, 1, cancellation);
        var result = await PlanCheck.Check(plan, databases.Source, databases.Target, cancellation);
        await PayloadSeal.Of(plan, connections, cancellation);
        await HashKeys.Find(plan, connections, cancellation);
        return result with { Warnings = [.. await Warnings(plan, cancellation), .. result.Warnings] };
    }

    /// <summary>Describes what the plan's sources hold; writes nothing, and asks nothing of the target.</summary>
    /// <exception cref="InvalidSettingException">A connection or option is wrong.</exception>
    public async Task<SourceProfile> Profile(MigrationPlan plan, ProfileOptions options, RunProgress progress, CancellationToken cancellation)
    {
        await using var sources = await SourceDatabases.Open(plan, connections, ProfileSources.Sessions, cancellation);
        return await new ProfileSources(sources.Source, Clock).Run(plan, options, progress, cancellation);
    }

    /// <summary>
    /// Drops the slots through which a plan reads the logs of its sources, wherever its sync stands: passes made after it go by the horizon. Asks nothing of the target. One that
    /// the server does not drop stays, with the reason; empty where the plan reads no log.
    /// </summary>
    /// <param name="tell">Hears of each as soon as it is done.</param>
    /// <exception cref="InvalidSettingException">A connection is wrong.</exception>
    public async Task<IReadOnlyList<SourceSlot>> DropSlots(MigrationPlan plan, Action<SourceSlot> tell, CancellationToken cancellation)
    {
        await using var sources = await SourceDatabases.Open(plan, connections, 1, cancellation);
        return await new SourceSlots(plan, sources.Source).Drop(tell, cancellation);
    }

    /// <summary>Connections of a plan that a network eavesdropper could sit on, as their settings ask for less than <c>SSL Mode=VerifyFull</c>.</summary>
    public Task<IReadOnlyList<PlanMistake>> Warnings(MigrationPlan plan, CancellationToken cancellation) =>
        new WeakConnections(connections).Of(plan, cancellation);

    /// <summary>
    /// Checks the plan, takes its lease and enters the run in the books; a run id that is known is carried on. The run is the caller's to
    /// dispose, which frees the lease.
    /// </summary>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases; nothing was written.</exception>
    /// <exception cref="InvalidSettingException">A connection or option is wrong, or another run holds the plan.</exception>
    public Task<MigrationRun> Begin(MigrationPlan plan, RunOptions options, RunProgress progress, CancellationToken cancellation) =>
        Opened(plan, options.Parallel, opening => opening.Open(plan, options, progress, cancellation), cancellation);

    /// <summary>
    /// The same for a run that many processes will work for, one step each: its lease stays taken when this call returns. Processes take
    /// part by <see cref="Join"/>; the flow's last step gives the lease back.
    /// </summary>
    /// <param name="start">Starts the flow of the run; where it throws, the lease is given back.</param>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases; nothing was written.</exception>
    /// <exception cref="InvalidSettingException">A connection or option is wrong, or another run holds the plan.</exception>
    public async Task<RunRef> Enter(MigrationPlan plan, RunOptions options, Func<RunRef, Task> start, CancellationToken cancellation)
    {
        await using var databases = await Databases.Open(plan, connections, options.Parallel, cancellation);
        return await (await Opening(databases, plan, cancellation)).OpenDetached(plan, options, start, cancellation);
    }

    /// <summary>
    /// Takes the lease of a run that is reconciled, to replay its rejected rows in this process. The run is the caller's to dispose, which frees
    /// the lease.
    /// </summary>
    /// <param name="plan">The one the run was begun with.</param>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases any more; nothing was written.</exception>
    /// <exception cref="InvalidSettingException">A connection is wrong, the rows of the run cannot be replayed, or another run holds the plan.</exception>
    public async Task<MigrationRun> BeginReplay(MigrationPlan plan, ReplayOptions options, RunProgress progress, CancellationToken cancellation)
    {
        await RefuseReplay(plan, options, cancellation);
        return await Opened(plan, options.Parallel, opening => opening.OpenReplay(plan, options, progress, cancellation), cancellation);
    }

    /// <summary>The same for many processes, as <see cref="Enter"/>.</summary>
    /// <param name="start">Starts the flow of the replay; where it throws, the lease is given back.</param>
    /// <exception cref="InvalidPlanException">The plan does not agree with the databases any more; nothing was written.</exception>
    /// <exception cref="InvalidSettingException">A connection is wrong, the rows of the run cannot be replayed, or another run holds the plan.</exception>
    public async Task<RunRef> EnterReplay(MigrationPlan plan, ReplayOptions options, Func<RunRef, Task> start, CancellationToken cancellation)
    {
        await RefuseReplay(plan, options, cancellation);
        await using var databases = await Databases.Open(plan, connections, options.Parallel, cancellation);
        return await (await Opening(databases, plan, cancellation)).OpenReplayDetached(plan, options, start, cancellation);
    }

    /// <summary>Takes part in a run that was entered, to run some of its steps. The run is the caller's to dispose; its lease stays taken.</summary>
    /// <param name="run">As <see cref="Enter"/> gave it.</param>
    /// <exception cref="InvalidSettingException">A connection is wrong, or the target does not know the run.</exception>
    public async Task<MigrationRun> Join(RunRef run, int parallel, CancellationToken cancellation)
    {
        var connection = run.Target ?? throw new ArgumentException("Bug: the run was not entered for other processes.", nameof(run));
        var row = await Look(connection, books => books.Find(run.RunId, cancellation), cancellation)
            ?? throw new InvalidSettingException($"The target behind the connection '{connection}' does not know the run {run.RunId}.");
        var plan = PlanReader.Read(row.PlanJson);
        return await Opened(plan, parallel, opening => opening.Join(row, plan, run, cancellation), cancellation);
    }

    /// <summary>Asks a run to pause or to end for good. A run at work hears it between partitions; one that is not is cancelled at once.</summary>
    /// <returns>Null when the target behind the connection does not know the run.</returns>
    public Task<RequestAnswer?> Request(string connection, string runId, RunRequest request, CancellationToken cancellation) =>
        Look(connection, books => books.Request(runId, request, cancellation), cancellation);

    /// <summary>Opens the database behind a connection for work outside a migration: filling a sample, drafting a plan. The caller disposes it.</summary>
    /// <exception cref="InvalidSettingException">The connection is not set, or its database cannot be reached.</exception>
    public async Task<NpgsqlDataSource> Connect(string connection, CancellationToken cancellation) =>
        (await Database.Open(connections, new(connection, 4), cancellation)).DataSource;

    /// <summary>Runs that the target behind a connection knows, newest first.</summary>
    public Task<IReadOnlyList<RunStatus>> Runs(string connection, RunFilter filter, CancellationToken cancellation) =>
        Look(connection, books => books.Runs(filter, cancellation), cancellation);

    /// <summary>The run that holds a plan's lease; null when none does.</summary>
    public async Task<RunStatus?> RunAtWork(MigrationPlan plan, CancellationToken cancellation) =>
        await RunIn("running", plan, cancellation) ?? await RunIn("replaying", plan, cancellation) ?? await RunIn("withdrawing", plan, cancellation);

    /// <summary>Where a run stands; null when the target behind the connection does not know it.</summary>
    public Task<RunStatus?> Status(string connection, string runId, CancellationToken cancellation) =>
        Look(connection, books => books.Status(runId, cancellation), cancellation);

    /// <summary>The reconciliation of a run as it stands; null when the target behind the connection does not know it.</summary>
    public Task<RunReport?> Report(string connection, string runId, CancellationToken cancellation) =>
        Look(connection, books => books.Report(runId, cancellation), cancellation);

    /// <summary>The plan a run was begun with; null when the target behind the connection does not know it.</summary>
    public Task<MigrationPlan?> PlanOf(string connection, string runId, CancellationToken cancellation) =>
        Look(connection, books => books.PlanOf(runId, cancellation), cancellation);

    /// <summary>The rejected rows of the runs that the target behind a connection knows.</summary>
    public RejectDesk RejectsOf(string connection) => new(connections, connection);

    /// <summary>The run of a plan that was started with an idempotency key; null when the target behind the connection knows none.</summary>
    public Task<string?> RunOfKey(string connection, string plan, string idempotencyKey, CancellationToken cancellation) =>
        Look(connection, books => books.RunOfKey(plan, idempotencyKey, cancellation), cancellation);

    /// <summary>
    /// How old what the target holds of a plan is: the time since its last reconciled run began, all commits before which have arrived. Enters
    /// it in the metric <c>crm_migration.sync.lag</c>. Null, and nothing entered, before the first such run.
    /// </summary>
    public async Task<TimeSpan?> SyncLag(MigrationPlan plan, CancellationToken cancellation)
    {
        var lag = await Look(plan.TargetConnection, books => books.SyncLag(plan.Name, cancellation), cancellation);
        if (lag is { } age)
        {
            RunMetrics.Lag(plan.Name, age);
        }

        return lag;
    }

    /// <summary>Whether the database behind a connection answers within the time given, and which version of crm_migration it holds.</summary>
    public async Task<ConnectionState> StateOf(string connection, TimeSpan patience, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            var version = await Look(connection, books => books.SchemaVersion(limit.Token), limit.Token);
            return new(connection, true, version, version is null || version <= StateSchema.Version);
        }
        catch (Exception fault) when (fault is InvalidSettingException or NpgsqlException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new(connection, false, null, false);
        }
    }

    // The run disposes of the databases, unless it does not come to be.
    private async Task<MigrationRun> Opened(MigrationPlan plan, int parallel, Func<RunOpening, Task<MigrationRun>> open, CancellationToken cancellation)
    {
        var databases = await Databases.Open(plan, connections, parallel, cancellation);
        try
        {
            return await open(await Opening(databases, plan, cancellation));
        }
        catch
        {
            await databases.DisposeAsync();
            throw;
        }
    }

    private async Task<RunOpening> Opening(Databases databases, MigrationPlan plan, CancellationToken cancellation) =>
        new(databases, Clock)
        {
            Watch = Watch,
            Reports = Reports,
            Seal = await PayloadSeal.Of(plan, connections, cancellation),
            Keys = await HashKeys.Find(plan, connections, cancellation),
        };

    private async Task<RunStatus?> RunIn(string state, MigrationPlan plan, CancellationToken cancellation) =>
        await Runs(plan.TargetConnection, new() { Plan = plan.Name, State = state, Top = 1 }, cancellation) is [var run] ? run : null;

    // Told before the plan is compared with databases that may have moved on since.
    private async Task RefuseReplay(MigrationPlan plan, ReplayOptions options, CancellationToken cancellation)
    {
        if (await RejectsOf(plan.TargetConnection).WhyNotReplayed(options.RunId, cancellation) is { } refusal)
        {
            throw new InvalidSettingException(refusal);
        }
    }

    private async Task<T> Look<T>(string connection, Func<RunBooks, Task<T>> look, CancellationToken cancellation)
    {
        await using var books = await RunBooks.Open(connections, connection, cancellation);
        return await books.Ask(() => look(books), cancellation);
    }
}
