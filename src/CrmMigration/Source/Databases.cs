using CrmMigration.Plan;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>The databases of one plan, each with a capped pool. Owned by whoever opened it.</summary>
internal sealed class Databases : IAsyncDisposable
{
    private readonly Dictionary<string, NpgsqlDataSource> sources;

    private Databases(Dictionary<string, NpgsqlDataSource> sources, NpgsqlDataSource target, int parallel)
    {
        this.sources = sources;
        Target = target;
        Parallel = parallel;
    }

    /// <summary>Partitions that may be at work at once; a source takes one connection for each, and one more.</summary>
    public int Parallel { get; }

    public NpgsqlDataSource Target { get; }

    /// <summary>Opens a connection to each once, so that a wrong setting is told before anything else happens.</summary>
    /// <exception cref="InvalidSettingException">A connection is not set, or its database cannot be reached.</exception>
    public static async Task<Databases> Open(MigrationPlan plan, Func<string, string?> resolve, int parallel, CancellationToken cancellation)
    {
        var sources = plan.Sources.ToDictionary(
            source => source.Key,
            source => ConnectionSettings.Source(source.Value, resolve(source.Value), parallel + 1));

        // One for each partition at work, one for the lease, one for what the steps ask in between.
        var databases = new Databases(sources, ConnectionSettings.Target(plan.TargetConnection, resolve(plan.TargetConnection), parallel + 2), parallel);
        try
        {
            // All at once; of several faults the first in the plan is told.
            Task[] probes =
            [
                .. plan.Sources.Select(source => ConnectionFault.Probe(sources[source.Key], source.Value, cancellation)),
                ConnectionFault.Probe(databases.Target, plan.TargetConnection, cancellation),
            ];
            await Task.WhenAll(probes);
            return databases;
        }
        catch
        {
            await databases.DisposeAsync();
            throw;
        }
    }

    public NpgsqlDataSource Source(string name) => sources[name];

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources.Values)
        {
            await source.DisposeAsync();
        }

        await Target.DisposeAsync();
    }
}
