using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>Says in one sentence why a database cannot be used, naming the setting and the fix.</summary>
internal static class ConnectionFault
{
    /// <summary>Opens one connection; a fault that the user can fix becomes an <see cref="InvalidSettingException"/>.</summary>
    /// <param name="setting">What to call the place of the connection string.</param>
    public static async Task Probe(NpgsqlDataSource database, string setting, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException fault) when (!cancellation.IsCancellationRequested)
        {
            throw new InvalidSettingException(Describe(fault, setting, new NpgsqlConnectionStringBuilder(database.ConnectionString)), fault);
        }
    }

    private static string Describe(NpgsqlException fault, string setting, NpgsqlConnectionStringBuilder settings) => fault switch
    {
        PostgresException refused when refused.IsRefusedSignIn() =>
            $"The server {Server(settings)} refused to let '{settings.Username}' in. Check Username and Password in {setting}.",
        PostgresException { SqlState: "3D000" } =>
            $"The server {Server(settings)} has no database '{settings.Database}'. Create it, or correct Database in {setting}.",
        PostgresException { SqlState: "42501" } =>
            $"'{settings.Username}' may not connect to the database '{settings.Database}'. Grant CONNECT, or use another role in {setting}.",
        PostgresException { SqlState: "53300" } =>
            $"The server {Server(settings)} has no connection left. Free some, or lower --parallel or 'Maximum Pool Size' in {setting}.",
        PostgresException { SqlState: var state } =>
            $"The server {Server(settings)} refused the connection ({state}). Check {setting} and the server's log.",
        { InnerException: InvalidSettingException own } => own.Message,
        { InnerException: AuthenticationException } =>
            $"The server {Server(settings)} could not prove who it is: its certificate is not trusted, or is not made for that host. Set 'Root Certificate' to the file with "
                + $"its authority in {setting}, or correct Host; less is asked for by name, such as 'SSL Mode=Require'.",
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } =>
            $"The host '{settings.Host}' is not known. Correct Host in {setting}.",
        { InnerException: SocketException or TimeoutException or IOException } =>
            $"No PostgreSQL answers at {Server(settings)}. Start it, or correct Host and Port in {setting}.",
        _ => $"The connection to {Server(settings)} failed: {fault.Message} Check {setting}.",
    };

    private static string Server(NpgsqlConnectionStringBuilder settings) => $"{settings.Host}:{settings.Port}";
}
