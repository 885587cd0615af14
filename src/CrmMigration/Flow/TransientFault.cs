using System.Net.Sockets;
using Npgsql;

namespace CrmMigration.Flow;

/// <summary>Tells faults that may pass by themselves (a lost connection, a deadlock, a server that starts up) from those that will not.</summary>
internal static class TransientFault
{
    /// <summary>How often a step is tried in all before the run fails.</summary>
    public const int Tries = 5;

    public static bool IsTransient(this Exception fault) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => false,
        PostgresException server => server.IsTransient || server.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: IOException or SocketException or TimeoutException } => true,
        NpgsqlException client => client.IsTransient,
        EndOfStreamException or SocketException => true,
        _ => false,
    };

    /// <summary>The pause before a try, doubling from a quarter of a second.</summary>
    public static TimeSpan Pause(int attempt) => TimeSpan.FromMilliseconds(250 * (1 << Math.Min(attempt, 5)));
}
