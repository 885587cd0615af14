using System.Runtime.CompilerServices;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Replay;
using CrmMigration.Runs;
using CrmMigration.Schema;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Rejects;

/// <summary>The rejected rows of the runs that the target behind a connection knows, as a work list. Of a run that it does not know there are none.</summary>
public sealed class RejectDesk
{
    private readonly IConnections connections;
    private readonly string connection;

    internal RejectDesk(IConnections connections, string connection)
    {
        this.connections = connections;
        this.connection = connection;
    }

    /// <summary>Rows by entity and key, streamed.</summary>
    /// <exception cref="InvalidSettingException">The connection cannot be used, or its role lacks a right.</exception>
    public async IAsyncEnumerable<RejectedRow> Rows(string runId, RejectFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var database = await Open(cancellation);
        var target = database.DataSource;
        if (!await Ask(target, () => IsInstalled(target, cancellation), cancellation))
        {
            yield break;
        }

        var seal = await Ask(target, () => SealOf(target, runId, filter, cancellation), cancellation);
        await using var rows = new RejectReader(target, seal).Read(runId, filter, cancellation).GetAsyncEnumerator(cancellation);
        while (await Ask(target, () => rows.MoveNextAsync().AsTask(), cancellation))
        {
            yield return rows.Current;
        }
    }

    /// <summary>One page of them.</summary>
    /// <param name="page">Where the page begins (null: at the first row) and how many rows it has at most.</param>
    /// <exception cref="InvalidSettingException">The connection cannot be used, or its role lacks a right.</exception>
    public async Task<RejectPage> Page(string runId, RejectFilter filter, (RejectCursor? After, int Top) page, CancellationToken cancellation)
    {
        await using var database = await Open(cancellation);
        var target = database.DataSource;
        return await Ask(
            target,
            async () => await IsInstalled(target, cancellation)
                ? await new RejectReader(target, await SealOf(target, runId, filter, cancellation)).ReadPage(runId, filter, page)
                : new([], null),
            cancellation);
    }

    /// <summary>The rows by rule, most frequent first within an entity.</summary>
    /// <exception cref="InvalidSettingException">The connection cannot be used, or its role lacks a right.</exception>
    public Task<IReadOnlyList<RejectGroup>> Groups(string runId, RejectFilter filter, CancellationToken cancellation) =>
        Look(session => RejectReader.ReadGroups(session, runId, filter), [], cancellation);

    /// <summary>Empties what was kept of rejected rows, of any run, and has expired; returns of how many.</summary>
    /// <exception cref="InvalidSettingException">The connection cannot be used, or its role lacks a right.</exception>
    public Task<int> EmptyExpired(CancellationToken cancellation) =>
        Look(session => session.ExecuteAsync(SqlText.Of("Rejects/EmptyExpired.sql")), 0, cancellation);

    /// <summary>Enters what people say of rejected rows, for the next replay; returns for how many.</summary>
    /// <exception cref="InvalidSettingException">A name in it means nothing to the plan, or the connection cannot be used.</exception>
    public Task<long> Fix(string runId, RejectFilter filter, RejectFix fix, CancellationToken cancellation) => Look(
        async session => await PlanOf(session, runId) is { } plan
            ? await new FixEntry(session, runId, filter).Enter(fix, plan, await PayloadSeal.Find(plan, connections, cancellation))
            : 0,
        0,
        cancellation);

    /// <summary>In a sentence, why the rows of a run cannot be replayed now; null when they can.</summary>
    /// <exception cref="InvalidSettingException">The connection cannot be used, or its role lacks a right.</exception>
    public Task<string?> WhyNotReplayed(string runId, CancellationToken cancellation) => Look(session => ReplayEntry.Refusal(session, runId), null, cancellation);

    /// <summary>Whether a replay of the run was started with that idempotency key.</summary>
    public Task<bool> KnowsReplay(string runId, string idempotencyKey, CancellationToken cancellation) =>
        Look(session => session.ExecuteScalarAsync<bool>(SqlText.Of("Replay/KnowsReplay.sql"), new { runId, idempotencyKey }), false, cancellation);

    // The key is asked for only where values are.
    private async Task<PayloadSeal?> SealOf(NpgsqlDataSource target, string runId, RejectFilter filter, CancellationToken cancellation)
    {
        if (!filter.WithValues)
        {
            return null;
        }

        await using var session = await target.OpenConnectionAsync(cancellation);
        return await PlanOf(session, runId) is { } plan ? await PayloadSeal.Find(plan, connections, cancellation) : null;
    }

    private static async Task<MigrationPlan?> PlanOf(NpgsqlConnection session, string runId) =>
        await session.QuerySingleOrDefaultAsync<RunRow>(SqlText.Of("Runs/FindRun.sql"), new { runId }) is { } run ? PlanReader.Read(run.PlanJson) : null;

    private Task<Database> Open(CancellationToken cancellation) => Database.Open(connections, new(connection, 2) { OnlyBooks = true }, cancellation);

    private async Task<T> Look<T>(Func<NpgsqlConnection, Task<T>> look, T none, CancellationToken cancellation)
    {
        await using var database = await Open(cancellation);
        var target = database.DataSource;
        return await Ask(
            target,
            async () =>
            {
                await using var session = await target.OpenConnectionAsync(cancellation);
                return await StateSchema.IsInstalled(session) ? await look(session) : none;
            },
            cancellation);
    }

    private Task<T> Ask<T>(NpgsqlDataSource target, Func<Task<T>> question, CancellationToken cancellation) => BookAccess.Try(target, connection, question, cancellation);

    private static async Task<bool> IsInstalled(NpgsqlDataSource target, CancellationToken cancellation)
    {
        await using var session = await target.OpenConnectionAsync(cancellation);
        return await StateSchema.IsInstalled(session);
    }
}
