using Npgsql;

namespace CrmMigration.Tests.Plan;

/// <summary>A database of its own on the server that CRM_MIGRATION_TEST_SERVER names; dropped at the end.</summary>
internal sealed class LiveDatabase : IAsyncDisposable
{
    private const string Variable = "CRM_MIGRATION_TEST_SERVER";

    private readonly NpgsqlConnectionStringBuilder _settings = new(Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException(
        $"{Variable} is not set. Give it the Npgsql connection string of a superuser of a PostgreSQL 14 to 18 for tests, or run scripts/test.sh."));

    private readonly string _name = $"plan_{Guid.NewGuid():n}";
    private readonly List<string> _roles = [];

    private LiveDatabase() => Open = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Database = _name });

    public NpgsqlDataSource Open { get; }

    public static async Task<LiveDatabase> Create()
    {
        var database = new LiveDatabase();
        await database.OnServer($"create database {database._name}");
        return database;
    }

    public async Task Run(string sql)
    {
        await using var command = Open.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Drops every schema with all that is in it; an empty public is left, which everybody may use and only the owner may create in.</summary>
    public Task Empty() => Run("""
        do $$
        declare name text;
        begin
          for name in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
            execute format('drop schema %I cascade', name);
          end loop;
        end $$;
        drop foreign data wrapper if exists nowhere cascade;
        create schema public;
        grant usage on schema public to public;
        """);

    /// <summary>A new role without any rights but those that everybody has, connected to this database.</summary>
    public async Task<(string Role, NpgsqlDataSource Open)> Stranger()
    {
        var role = $"{_name}_{_roles.Count}";
        await OnServer($"create role {role} login password 'stranger'");
        _roles.Add(role);
        return (role, NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_settings.ConnectionString)
        {
            Database = _name,
            Username = role,
            Password = "stranger",
            Pooling = false,
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await Open.DisposeAsync();
        await OnServer($"drop database {_name} with (force)");
        foreach (var role in _roles)
        {
            await OnServer($"drop role {role}");
        }
    }

    private async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(_settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
