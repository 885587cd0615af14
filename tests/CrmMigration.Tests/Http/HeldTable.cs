using CrmMigration.Tests.Postgres;
using Npgsql;

namespace CrmMigration.Tests.Http;

/// <summary>Keeps everybody else from reading the old customers, so that a run stays at work until this is disposed.</summary>
internal sealed class HeldTable : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private HeldTable(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<HeldTable> Hold(TestDatabase old)
    {
        var connection = await old.DataSource.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("lock table old_crm_customers in access exclusive mode", connection, transaction);
        await command.ExecuteNonQueryAsync();
        return new(connection);
    }

    /// <summary>Closing the session gives the lock back.</summary>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
