using System.Data;
using Dapper;
using Npgsql;

namespace CrmMigration.Profile.Reading;

/// <summary>
/// One moment of a source, for several sessions that read at once. The first session holds the moment.
/// </summary>
internal sealed class TableSnapshot : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly List<NpgsqlTransaction> transactions;

    private TableSnapshot(NpgsqlDataSource source, NpgsqlTransaction transaction)
    {
        this.source = source;
        transactions = [transaction];
    }

    /// <summary>The first session.</summary>
    public NpgsqlConnection Connection => transactions[0].Connection!;

    /// <summary>False where the connection string allows one session only.</summary>
    public bool AllowsAnother => new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize > 1;

    public static async Task<TableSnapshot> Open(NpgsqlDataSource source, CancellationToken cancellation) =>
        new(source, await Begin(source, cancellation));

    /// <summary>Another session that sees the same.</summary>
    public async Task<NpgsqlConnection> Another(CancellationToken cancellation)
    {
        var snapshot = await Connection.ExecuteScalarAsync<string>(new CommandDefinition(SqlText.Of("Profile/Reading/ExportSnapshot.sql"), cancellationToken: cancellation));
        var transaction = await Begin(source, cancellation);
        transactions.Add(transaction);
        await transaction.Connection!.ExecuteAsync(new CommandDefinition($"set transaction snapshot {SqlName.Literal(snapshot!)}", cancellationToken: cancellation));
        return transaction.Connection!;
    }

    /// <summary>The others end first: a moment is gone with the session that holds it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var transaction in transactions.AsEnumerable().Reverse())
        {
            var connection = transaction.Connection!;
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }

    private static async Task<NpgsqlTransaction> Begin(NpgsqlDataSource source, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            return await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
