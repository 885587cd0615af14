using Npgsql;

namespace CrmMigration.Source;

/// <summary>Where the connection strings of the connections come from that a plan names: the environment and user secrets, or a key vault.</summary>
public interface IConnections
{
    /// <summary>The connection string of a connection, or null when there is none.</summary>
    /// <exception cref="InvalidSettingException">The place they come from cannot be asked.</exception>
    ValueTask<string?> Find(string name, CancellationToken cancellation);

    /// <summary>
    /// Called after a server refused to let the connection's user in. True when there may be another secret now: the caller finds the
    /// connection again and tries once more.
    /// </summary>
    /// <exception cref="InvalidSettingException">The place they come from cannot be asked.</exception>
    ValueTask<bool> Renew(string name, CancellationToken cancellation);

    /// <summary>Called before a data source is built, for what a connection string cannot say, such as a password that is a token.</summary>
    void Configure(string name, NpgsqlDataSourceBuilder builder);

    /// <summary>The key of a name, in base64, or null when there is none.</summary>
    /// <exception cref="InvalidSettingException">The place they come from cannot be asked.</exception>
    ValueTask<string?> FindKey(string name, CancellationToken cancellation);

    /// <summary>What to call the place of a key in a message, such as <c>CrmMigration__Keys__RejectsKey</c>.</summary>
    string KeySetting(string name);

    /// <summary>What to call the place of a connection's string in a message, such as <c>ConnectionStrings__OldCrm</c>.</summary>
    string Setting(string name);
}
