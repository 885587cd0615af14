using Npgsql;

namespace CrmMigration.Source;

/// <summary>Makes settings of data sources from the connection strings that a plan names.</summary>
internal static class ConnectionSettings
{
    private const string SourceSession =
        "set default_transaction_read_only = on; set statement_timeout = '15min'; set idle_in_transaction_session_timeout = '15min'; set jit = off";

    /// <exception cref="InvalidSettingException">It is not set, or is no connection string.</exception>
    public static NpgsqlConnectionStringBuilder Parse(IConnections connections, string name, string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new InvalidSettingException(
                $"The plan names the connection '{name}', but {connections.Setting(name)} is not set. Set it, for example to 'Host=127.0.0.1;Database=crm;Username=migrator;Password=...'.");
        }

        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            TransportSecurity.Apply(settings);
            return settings;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            // The fault's own text may quote the value, so it is not repeated.
            throw new InvalidSettingException(
                $"The value of {connections.Setting(name)} is not a connection string. Expected keyword=value pairs parted by semicolons, such as 'Host=...;Database=...;Username=...;Password=...'.");
        }
    }

    public static NpgsqlDataSourceBuilder Builder(NpgsqlConnectionStringBuilder settings, DatabaseUse use)
    {
        settings.ApplicationName ??= "crm-migration";
        settings.IncludeErrorDetail = false;
        settings.CommandTimeout = 0;
        settings.ReadBufferSize = 64 * 1024;
        settings.TcpKeepAlive = true;
        settings.MaxPoolSize = settings.ContainsKey("Maximum Pool Size") ? Math.Min(settings.MaxPoolSize, use.Sessions) : use.Sessions;

        // DISCARD ALL at each return to the pool would undo the session's read-only default.
        settings.NoResetOnClose = use.ReadOnly;
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(!use.OnlyBooks));
        return use.ReadOnly ? builder.UsePhysicalConnectionInitializer(Protect, ProtectAsync) : builder;
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
