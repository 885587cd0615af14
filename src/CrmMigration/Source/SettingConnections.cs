using Npgsql;

namespace CrmMigration.Source;

/// <summary>Connection strings from the settings of this process: the environment, user secrets. They stay what they are until it ends.</summary>
/// <param name="find">Gives the connection string of a connection's name, or null when none is set.</param>
/// <param name="findKey">The same for a key; null: there are no keys.</param>
public sealed class SettingConnections(Func<string, string?> find, Func<string, string?>? findKey = null) : IConnections
{
    public ValueTask<string?> Find(string name, CancellationToken cancellation) => new(find(name));

    public ValueTask<bool> Renew(string name, CancellationToken cancellation) => new(false);

    public void Configure(string name, NpgsqlDataSourceBuilder builder)
    {
    }

    public string Setting(string name) => $"ConnectionStrings__{name}";

    public ValueTask<string?> FindKey(string name, CancellationToken cancellation) => new(findKey?.Invoke(name));

    public string KeySetting(string name) => $"CrmMigration__Keys__{name}";
}
