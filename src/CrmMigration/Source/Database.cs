using Npgsql;

namespace CrmMigration.Source;

/// <summary>The open database behind a connection. Its password may be rotated while it is open.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly IConnections connections;
    private readonly string connection;
    private readonly bool hasPassword;

    private Database(IConnections connections, string connection, NpgsqlConnectionStringBuilder settings, NpgsqlDataSource dataSource)
    {
        this.connections = connections;
        this.connection = connection;
        hasPassword = settings.Password is not null;
        DataSource = dataSource;
    }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>Opens a session once, so that a wrong setting is told before anything else happens. Refused once, it asks for another secret.</summary>
    /// <exception cref="InvalidSettingException">The connection is not set, or its database cannot be reached.</exception>
    public static async Task<Database> Open(IConnections connections, DatabaseUse use, CancellationToken cancellation)
    {
        try
        {
            return await OpenOnce(connections, use, cancellation);
        }
        catch (InvalidSettingException fault) when (fault.InnerException is PostgresException refused && refused.IsRefusedSignIn())
        {
            if (!await connections.Renew(use.Connection, cancellation))
            {
                throw;
            }
        }

        return await OpenOnce(connections, use, cancellation);
    }

    /// <summary>After a refused sign-in: true when new sessions may be let in now. Sessions that are open stay open.</summary>
    public async Task<bool> Renew(CancellationToken cancellation)
    {
        if (!await connections.Renew(connection, cancellation))
        {
            return false;
        }

        var settings = ConnectionSettings.Parse(connections, connection, await connections.Find(connection, cancellation));

        // A data source whose password comes from a provider asks that one at every sign-in and takes no other.
        if (hasPassword && settings.Password is { } password)
        {
            DataSource.Password = password;
        }

        return true;
    }

    public ValueTask DisposeAsync() => DataSource.DisposeAsync();

    private static async Task<Database> OpenOnce(IConnections connections, DatabaseUse use, CancellationToken cancellation)
    {
        var settings = ConnectionSettings.Parse(connections, use.Connection, await connections.Find(use.Connection, cancellation));
        var builder = ConnectionSettings.Builder(settings, use);
        connections.Configure(use.Connection, builder);
        var database = new Database(connections, use.Connection, settings, builder.Build());
        try
        {
            await ConnectionFault.Probe(database.DataSource, connections.Setting(use.Connection), cancellation);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }
}
