using CrmMigration.Plan;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>The databases of one plan, each with a capped pool. Owned by whoever opened it.</summary>
internal sealed class Databases : IAsyncDisposable
{
    private readonly Dictionary<string, Database> sources;
    private readonly Database target;

    private Databases(Dictionary<string, Database> sources, Database target, int parallel)
    {
        this.sources = sources;
        this.target = target;
        Parallel = parallel;
    }

    /// <summary>Partitions that may be at work at once; a source takes one connection for each, and one more.</summary>
    public int Parallel { get; }

    public NpgsqlDataSource Target => target.DataSource;

    /// <summary>Opens a connection to each once, so that a wrong setting is told before anything else happens.</summary>
    /// <exception cref="InvalidSettingException">A connection is not set, or its database cannot be reached.</exception>
    public static async Task<Databases> Open(MigrationPlan plan, IConnections connections, int parallel, CancellationToken cancellation)
    {
        // One for each partition at work, one for the lease, one for what the steps ask in between.
        DatabaseUse[] uses =
        [
            .. plan.Sources.Values.Select(connection => new DatabaseUse(connection, parallel + 1, ReadOnly: true)),
            new(plan.TargetConnection, parallel + 2),
        ];

        // All at once; of several faults the first in the plan is told.
        var openings = uses.Select(use => Database.Open(connections, use, cancellation)).ToArray();
        try
        {
            var databases = await Task.WhenAll(openings);
            return new(plan.Sources.Keys.Zip(databases).ToDictionary(), databases[^1], parallel);
        }
        catch
        {
            foreach (var opening in openings.Where(opening => opening.IsCompletedSuccessfully))
            {
                await (await opening).DisposeAsync();
            }

            throw;
        }
    }

    public NpgsqlDataSource Source(string name) => sources[name].DataSource;

    /// <summary>Does work that can be done twice; does it once more when a server refused a new session and there is another secret by now.</summary>
    public async Task<T> TryRenewed<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (PostgresException refused) when (refused.IsRefusedSignIn())
        {
            if (!await Renew(cancellation))
            {
                throw;
            }
        }

        return await work();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources.Values)
        {
            await source.DisposeAsync();
        }

        await target.DisposeAsync();
    }

    // Which of them refused is not told by the fault.
    private async Task<bool> Renew(CancellationToken cancellation)
    {
        var renewed = await Task.WhenAll(sources.Values.Append(target).Select(database => database.Renew(cancellation)));
        return renewed.Contains(true);
    }
}
