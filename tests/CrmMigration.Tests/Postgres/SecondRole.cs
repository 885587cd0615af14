using Npgsql;

namespace CrmMigration.Tests.Postgres;

/// <summary>A role that owns nothing and has only the rights that everybody has. To be disposed after the databases that grant it more.</summary>
internal sealed class SecondRole : IAsyncDisposable
{
    private const string Password = "second-secret";

    private SecondRole(string name) => Name = name;

    public string Name { get; }

    public static async Task<SecondRole> Create()
    {
        var role = new SecondRole($"second_{Guid.NewGuid():n}");
        await TestServer.Execute($"create role {role.Name} login password '{Password}'");
        return role;
    }

    /// <summary>The connection string of a database, for this role. Its sessions end when they are closed.</summary>
    public string At(TestDatabase database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = Name, Password = Password, Pooling = false }.ConnectionString;

    public async ValueTask DisposeAsync() => await TestServer.Execute($"drop role {Name}");
}
