using System.Net;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>The rule for TLS: the server proves who it is (<c>VerifyFull</c>), unless it is this machine or the setting asks for less by name.</summary>
internal static class TransportSecurity
{
    private const string Keyword = "SSL Mode";

    /// <summary>Sets the mode where the connection string does not say it and a network lies between.</summary>
    public static void Apply(NpgsqlConnectionStringBuilder settings)
    {
        if (!IsAskedFor(settings) && !IsThisMachine(settings.Host))
        {
            settings.SslMode = SslMode.VerifyFull;
        }
    }

    /// <summary>The mode that a connection string asks for where it is weaker than the rule, else null.</summary>
    public static SslMode? Weakened(NpgsqlConnectionStringBuilder settings) =>
        settings.SslMode != SslMode.VerifyFull && !IsThisMachine(settings.Host) ? settings.SslMode : null;

    private static bool IsAskedFor(NpgsqlConnectionStringBuilder settings) => settings.ShouldSerialize(Keyword);

    // Several hosts are parted by commas, each with a port of its own if it likes.
    private static bool IsThisMachine(string? hosts) => hosts is null || hosts.Split(',').All(host => IsLoopback(host.Trim()));

    private static bool IsLoopback(string host) =>
        host.StartsWith('/')
        || host.StartsWith('@')
        || string.Equals(host.Split(':')[0], "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPEndPoint.TryParse(host, out var address) && IPAddress.IsLoopback(address.Address));
}
