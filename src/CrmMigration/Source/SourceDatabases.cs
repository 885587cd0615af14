using CrmMigration.Plan;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>The sources of one plan, without its target; sessions that only read, and few of them. Owned by whoever opened it.</summary>
internal sealed class SourceDatabases : IAsyncDisposable
{
    private readonly Dictionary<string, Database> sources;

    private SourceDatabases(Dictionary<string, Database> sources) => this.sources = sources;

    /// <param name="sessions">There are never more at once, at each.</param>
    /// <exception cref="InvalidSettingException">A connection is not set, or its database cannot be reached.</exception>
    public static async Task<SourceDatabases> Open(MigrationPlan plan, IConnections connections, int sessions, CancellationToken cancellation)
    {
        var opened = new SourceDatabases([]);
        try
        {
            foreach (var name in plan.Entities.SelectMany(entity => entity.From).Select(from => from.Source).Distinct())
            {
                opened.sources[name] = await Database.Open(connections, new(plan.Sources[name], sessions, ReadOnly: true), cancellation);
            }

            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public NpgsqlDataSource Source(string name) => sources[name].DataSource;

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources.Values)
        {
            await source.DisposeAsync();
        }
    }
}
