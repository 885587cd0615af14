using System.Net.Sockets;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>Says in one sentence why a database cannot be used, naming the setting and the fix.</summary>
internal static class ConnectionFault
{
    /// <summary>Opens one connection; a fault that the user can fix becomes an <see cref="InvalidSettingException"/>.</summary>
    public static async Task Probe(NpgsqlDataSource database, string name, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException fault) when (!cancellation.IsCancellationRequested)
        {
            throw new InvalidSettingException(Describe(fault, name, new NpgsqlConnectionStringBuilder(database.ConnectionString)), fault);
        }
    }

    private static string Describe(NpgsqlException fault, string name, NpgsqlConnectionStringBuilder settings)
    {
        var setting = ConnectionSettings.Setting(name);
        return fault switch
        {
            PostgresException { SqlState: "28P01" or "28000" } =>
                $"The server {Server(settings)} refused to let '{settings.Username}' in. Check Username and Password in {setting}.",
            PostgresException { SqlState: "3D000" } =>
                $"The server {Server(settings)} has no database '{settings.Database}'. Create it, or correct Database in {setting}.",
            PostgresException { SqlState: "42501" } =>
                $"'{settings.Username}' may not connect to the database '{settings.Database}'. Grant CONNECT, or use another role in {setting}.",
            PostgresException { SqlState: "53300" } =>
                $"The server {Server(settings)} has no connection left. Free some, or lower --parallel or 'Maximum Pool Size' in {setting}.",
            PostgresException { SqlState: var state } =>
                $"The server {Server(settings)} refused the connection ({state}). Check {setting} and the server's log.",
            { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } =>
                $"The host '{settings.Host}' is not known. Correct Host in {setting}.",
            { InnerException: SocketException or TimeoutException or IOException } =>
                $"No PostgreSQL answers at {Server(settings)}. Start it, or correct Host and Port in {setting}.",
            _ => $"The connection to {Server(settings)} failed: {fault.Message} Check {setting}.",
        };
    }

    private static string Server(NpgsqlConnectionStringBuilder settings) => $"{settings.Host}:{settings.Port}";
}
