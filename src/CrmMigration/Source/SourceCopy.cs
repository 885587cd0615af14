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

    /// <summary>The same for one in the middle of work that does not wait.</summary>
    public static SourceCopy Open(NpgsqlDataSource source)
    {
        var connection = source.OpenConnection();
        return new(connection, connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead));
    }

    /// <summary>The rows of a range. They must be read to their end, or disposed, before the next read.</summary>
    public IRowReader Range(EntityMapping mapping, KeyRange range, ReadOrder order = ReadOrder.Any)
    {
        if (order == ReadOrder.OneByOne)
        {
            return new CarefulReader(this, mapping, range);
        }

        var key = mapping.SourceColumns[0].Sql;
        return new PlainReader(Copy(mapping.CopyOut(range.Condition(key) + (order == ReadOrder.Key ? $" order by {key}" : ""))));
    }

    /// <summary>The rows with these keys that are still there, in no order.</summary>
    public TupleReader Keys(EntityMapping mapping, IEnumerable<SourceKey> keys) =>
        Copy(mapping.CopyOut($"{mapping.SourceColumns[0].Sql} in ({string.Join(", ", keys.Select(key => SqlName.Literal(key.ToString())))})"));

    /// <summary>Begins to read what a COPY statement gives.</summary>
    public TupleReader Copy(string statement) => new(connection.BeginRawBinaryCopy(statement));

    /// <summary>Reads what a COPY statement gives to its end.</summary>
    public TupleReader CopyWhole(string statement)
    {
        var rows = new MemoryStream();
        using (var copy = connection.BeginRawBinaryCopy(statement))
        {
            copy.CopyTo(rows);
        }

        rows.Position = 0;
        return new(rows);
    }

    /// <summary>Before a read that may fail; ended by <see cref="Undo"/> or <see cref="Keep"/>, so that savepoints do not pile up.</summary>
    public void Save() => Execute("savepoint careful");

    /// <summary>After a read that failed: the transaction can go on, with the same snapshot.</summary>
    public void Undo() => Execute("rollback to savepoint careful; release savepoint careful");

    /// <summary>After a read that came to its end.</summary>
    public void Keep() => Execute("release savepoint careful");

    /// <summary>A query in the same transaction.</summary>
    public NpgsqlCommand Command(string query) => new(query, connection, transaction);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private void Execute(string statement)
    {
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }
}
