using CrmMigration.Tests.Postgres;
using Npgsql;

namespace CrmMigration.Tests.Http;

/// <summary>Keeps everybody else from reading a table until this is disposed: the old customers, so that a run stays at work, or another.</summary>
internal sealed class HeldTable : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private HeldTable(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<HeldTable> Hold(TestDatabase database, string table = "old_crm_customers")
    {
        var connection = await database.DataSource.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"lock table {table} in access exclusive mode", connection, transaction);
        await command.ExecuteNonQueryAsync();
        return new(connection);
    }

    /// <summary>Closing the session gives the lock back.</summary>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
