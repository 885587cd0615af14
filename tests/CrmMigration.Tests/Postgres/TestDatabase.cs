using Dapper;
using Npgsql;

namespace CrmMigration.Tests.Postgres;

/// <summary>A database of its own for one test, dropped afterwards.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly Lazy<NpgsqlDataSource> typed;

    private TestDatabase(string name)
    {
        Name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
        // Reading which types a database has takes as long as a session takes to open; tests use those that all have.
        var builder = new NpgsqlDataSourceBuilder(ConnectionString);
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        source = builder.Build();
        typed = new(() => NpgsqlDataSource.Create(ConnectionString));
    }

    public string Name { get; }

    public string ConnectionString { get; }

    /// <summary>One that knows all types of the database.</summary>
    public NpgsqlDataSource DataSource => typed.Value;

    public static async Task<TestDatabase> Create()
    {
        var name = $"test_{Guid.NewGuid():n}";
        await TestServer.Execute($"create database {name} template template0 encoding 'UTF8'");
        return new(name);
    }

    public async Task Run(string statements)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(statements);
    }

    public async Task<T?> One<T>(string query)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<T>(query);
    }

    public async Task<List<T>> All<T>(string query)
    {
        await using var connection = await source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<T>(query)];
    }

    /// <summary>Ends the sessions that are kept for the next statement.</summary>
    public void CloseIdle()
    {
        source.Clear();
        if (typed.IsValueCreated)
        {
            typed.Value.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        if (typed.IsValueCreated)
        {
            await typed.Value.DisposeAsync();
        }

        await TestServer.Execute($"drop database {Name} with (force)");
    }
}
