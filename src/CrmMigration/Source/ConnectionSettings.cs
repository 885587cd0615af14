using Npgsql;

namespace CrmMigration.Source;

/// <summary>Makes data sources from the connection strings that a plan names. A password never leaves this class.</summary>
internal static class ConnectionSettings
{
    private const string SourceSession =
        "set default_transaction_read_only = on; set statement_timeout = '15min'; set idle_in_transaction_session_timeout = '15min'";

    /// <summary>A source: every session reads only, has a statement timeout, and there are never more than <paramref name="connections"/>.</summary>
    public static NpgsqlDataSource Source(string name, string? connectionString, int connections)
    {
        var settings = Parse(name, connectionString, connections);

        // DISCARD ALL at each return to the pool would undo the session's read-only default.
        settings.NoResetOnClose = true;
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UsePhysicalConnectionInitializer(Protect, ProtectAsync);
        return builder.Build();
    }

    public static NpgsqlDataSource Target(string name, string? connectionString, int connections) =>
        new NpgsqlDataSourceBuilder(Parse(name, connectionString, connections).ConnectionString).Build();

    /// <summary>The name of the environment variable that sets a connection, for messages.</summary>
    public static string Setting(string name) => $"ConnectionStrings__{name}";

    private static NpgsqlConnectionStringBuilder Parse(string name, string? connectionString, int connections)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new InvalidSettingException(
                $"The plan names the connection '{name}', but {Setting(name)} is not set. Set it, for example to 'Host=127.0.0.1;Database=crm;Username=migrator;Password=...'.");
        }

        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            settings.ApplicationName ??= "crm-migration";
            settings.IncludeErrorDetail = false;
            settings.CommandTimeout = 0;
            settings.ReadBufferSize = 64 * 1024;
            settings.TcpKeepAlive = true;
            settings.MaxPoolSize = settings.ContainsKey("Maximum Pool Size") ? Math.Min(settings.MaxPoolSize, connections) : connections;
            return settings;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            // The fault's own text may quote the value, so it is not repeated.
            throw new InvalidSettingException(
                $"{Setting(name)} is not a connection string. Expected keyword=value pairs parted by semicolons, such as 'Host=...;Database=...;Username=...;Password=...'.");
        }
    }

    private static void Protect(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(SourceSession, connection);
        command.ExecuteNonQuery();
    }

    private static async Task ProtectAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(SourceSession, connection);
        await command.ExecuteNonQueryAsync();
    }
}
