using CrmMigration.Map;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>
/// A read of the source in one repeatable-read, read-only transaction: a range of keys, or a list of them. Disposing it before the end
/// breaks the read off.
/// </summary>
internal sealed class SourceCopy : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private SourceCopy(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    /// <summary>For other reads in the same transaction.</summary>
    public NpgsqlConnection Connection => connection;

    public static async Task<SourceCopy> Open(NpgsqlDataSource source, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        return new(connection, await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation));
    }

    /// <summary>The rows of a range. The stream must be read to its end, or disposed, before the next read.</summary>
    public Stream Range(EntityMapping mapping, KeyRange range, bool inKeyOrder = false)
    {
        var key = SqlName.Quote(mapping.SourceColumns[0]);
        return connection.BeginRawBinaryCopy(mapping.CopyOut(range.Condition(key) + (inKeyOrder ? $" order by {key}" : "")));
    }

    /// <summary>The rows with these keys that are still there, in no order.</summary>
    public Stream Keys(EntityMapping mapping, IEnumerable<SourceKey> keys) =>
        connection.BeginRawBinaryCopy(mapping.CopyOut(
            $"{SqlName.Quote(mapping.SourceColumns[0])} in ({string.Join(", ", keys.Select(key => SqlName.Literal(key.ToString())))})"));

    /// <summary>A query in the same transaction.</summary>
    public NpgsqlCommand Command(string query) => new(query, connection, transaction);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
