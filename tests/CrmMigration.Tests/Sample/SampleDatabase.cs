using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Sample;

/// <summary>An empty database of its own on the server that the environment names; dropped at the end.</summary>
public sealed class SampleDatabase : IAsyncLifetime
{
    private const string Setting = "CRM_MIGRATION_TEST_SERVER";

    private readonly string name = $"sample_{Guid.NewGuid():N}";
    private NpgsqlDataSource? opened;

    public NpgsqlDataSource Source => opened ?? throw new InvalidOperationException("Bug: the database is not made yet.");

    public async ValueTask InitializeAsync()
    {
        await OnServer($"create database {name}");
        opened = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server()) { Database = name });
    }

    public async ValueTask DisposeAsync()
    {
        await (opened?.DisposeAsync() ?? default);
        await OnServer($"drop database if exists {name} with (force)");
    }

    public async Task<T> Read<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static string Server() => Environment.GetEnvironmentVariable(Setting)
        ?? throw new InvalidOperationException($"{Setting} is not set; set it to an Npgsql connection string to a superuser's database.");

    private static async Task OnServer(string sql)
    {
        await using var server = NpgsqlDataSource.Create(Server());
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
