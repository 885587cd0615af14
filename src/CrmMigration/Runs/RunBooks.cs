using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Schema;
using CrmMigration.Source;
using CrmMigration.Withdraw;
using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>Reads what a target database knows of its runs. A database without crm_migration knows none.</summary>
internal sealed class RunBooks : IAsyncDisposable
{
    private readonly Database database;
    private readonly NpgsqlDataSource target;
    private readonly string name;

    private RunBooks(Database database, string name)
    {
        this.database = database;
        this.name = name;
        target = database.DataSource;
    }

    /// <exception cref="InvalidSettingException">The connection is not set, or its database cannot be reached.</exception>
    public static async Task<RunBooks> Open(IConnections connections, string connection, CancellationToken cancellation) =>
        new(await Database.Open(connections, new(connection, 2) { OnlyBooks = true }, cancellation), connection);

    /// <summary>Asks these books.</summary>
    /// <exception cref="InvalidSettingException">The role of the connection lacks a right that the question needs.</exception>
    public Task<T> Ask<T>(Func<Task<T>> question, CancellationToken cancellation) => BookAccess.Try(target, name, question, cancellation);

    /// <summary>Runs, newest first.</summary>
    public async Task<IReadOnlyList<RunStatus>> Runs(RunFilter filter, CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        return await StateSchema.IsInstalled(connection)
            ? await ReadStatus(connection, null, filter)
            : [];
    }

    /// <summary>Where a run stands; null when this database does not know it.</summary>
    public async Task<RunStatus?> Status(string runId, CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        return await StateSchema.IsInstalled(connection)
            ? (await ReadStatus(connection, runId, new())).SingleOrDefault()
            : null;
    }

    private static async Task<IReadOnlyList<RunStatus>> ReadStatus(NpgsqlConnection connection, string? runId, RunFilter filter)
    {
        var choice = new { runId, filter.Plan, mode = filter.Mode is { } mode ? RunRow.Name(mode) : null, filter.State, filter.Top };
        async Task<List<StatusLine>> Look() => [.. await connection.QueryAsync<StatusLine>(SqlText.Of("Runs/ReadStatus.sql"), choice)];
        var lines = await Look();

        // A run that ends lets go of its lock when its state is committed: a look may see the state from before and the lock no more, a second one cannot.
        lines = lines.Exists(line => line.State == "interrupted") ? await Look() : lines;
        List<RunStatus> runs = [];
        foreach (var line in lines)
        {
            runs.Add(line.ToStatus() with
            {
                Lag = await FoundLag.Read(connection, line.RunId),
                Remarks = await RunRemarks.Read(connection, (line.RunId, RunRow.Parse(line.Mode), line.State), line.Kept),
            });
        }

        return runs;
    }

    /// <summary>The reconciliation as it stands; null when this database does not know the run.</summary>
    public async Task<RunReport?> Report(string runId, CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        return await StateSchema.IsInstalled(connection) ? await ReportReader.Read(connection, runId) : null;
    }

    /// <summary>The plan a run was begun with; null when this database does not know the run.</summary>
    public async Task<MigrationPlan?> PlanOf(string runId, CancellationToken cancellation) =>
        await Find(runId, cancellation) is { } run ? PlanReader.Read(run.PlanJson) : null;

    /// <summary>A run as it was begun; null when this database does not know it.</summary>
    public async Task<RunRow?> Find(string runId, CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        return await StateSchema.IsInstalled(connection)
            ? await connection.QuerySingleOrDefaultAsync<RunRow>(SqlText.Of("Runs/FindRun.sql"), new { runId })
            : null;
    }

    /// <summary>Enters a request; a run that is not at work is cancelled at once. Null when this database does not know the run.</summary>
    public async Task<RequestAnswer?> Request(string runId, RunRequest request, CancellationToken cancellation)
    {
        if (await Status(runId, cancellation) is not { } status)
        {
            return null;
        }

        await using var connection = await target.OpenConnectionAsync(cancellation);
        if (status.State == "running")
        {
            var name = request.ToString().ToLowerInvariant();
            return new(await connection.ExecuteAsync(SqlText.Of("Runs/EnterRequest.sql"), new { runId, request = name }) > 0, status.State);
        }

        return new(request == RunRequest.Cancel && await Cancel(connection, runId, cancellation), status.State);
    }

    // Of a run that nobody works for: what it had loaded but not revealed goes with it.
    private static async Task<bool> Cancel(NpgsqlConnection connection, string runId, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await connection.ExecuteAsync(SqlText.Of("Runs/CancelRun.sql"), new { runId }) == 0)
        {
            return false;
        }

        await LoadTables.DropOfRun(connection, runId);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The run of a plan that was started with an idempotency key; null when there is none.</summary>
    public async Task<string?> RunOfKey(string plan, string idempotencyKey, CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        return await StateSchema.IsInstalled(connection)
            ? await connection.ExecuteScalarAsync<string?>(SqlText.Of("Runs/FindRunOfKey.sql"), new { plan, idempotencyKey })
            : null;
    }

    /// <summary>In a sentence, why a run cannot be withdrawn; null when it can.</summary>
    public async Task<string?> WhyNotWithdrawn(string runId, CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        return await StateSchema.IsInstalled(connection) ? await WithdrawEntry.Refusal(connection, runId) : $"The target knows no run {runId}.";
    }

    /// <summary>Time since the start of a plan's last reconciled run; null when there is none.</summary>
    public async Task<TimeSpan?> SyncLag(string plan, CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        return await StateSchema.IsInstalled(connection) ? await connection.ExecuteScalarAsync<TimeSpan?>(SqlText.Of("Runs/ReadSyncLag.sql"), new { plan }) : null;
    }

    /// <summary>The version of crm_migration; null when it is not installed.</summary>
    public async Task<int?> SchemaVersion(CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        return await StateSchema.IsInstalled(connection) ? await connection.ExecuteScalarAsync<int>(SqlText.Of("Schema/ReadVersion.sql")) : null;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
