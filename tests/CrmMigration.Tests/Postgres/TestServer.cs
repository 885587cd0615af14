using Npgsql;

namespace CrmMigration.Tests.Postgres;

/// <summary>The PostgreSQL server that tests run on. A missing one fails the test; nothing is skipped in silence.</summary>
internal static class TestServer
{
    private const string Setting = "CRM_MIGRATION_TEST_SERVER";

    // All classes start at once on a machine that may be busy: a login may take a while.
    public static string ConnectionString => new NpgsqlConnectionStringBuilder(Given) { Timeout = 60 }.ConnectionString;

    private static string Given =>
        Environment.GetEnvironmentVariable(Setting)
        ?? throw new InvalidOperationException($"{Setting} is not set: it must hold the connection string of a superuser on a PostgreSQL for tests. ./scripts/test.sh starts one and sets it.");

    public static async Task Execute(string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
