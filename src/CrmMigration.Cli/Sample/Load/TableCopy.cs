using Npgsql;

namespace CrmMigration.Cli.Sample.Load;

/// <summary>
/// Streams rows into one table. The caller owns connection and transaction; an exception leaves the table to the rollback.
/// </summary>
internal sealed class TableCopy(NpgsqlConnection connection, IProgress<long>? progress)
{
    private readonly CopyBuffer buffer = new();
    private long rows;

    /// <summary>Sends each item as the rows that <paramref name="write"/> makes of it; the number of rows is what it gives back.</summary>
    public async Task Send<T>(string copy, IEnumerable<T> items, Func<CopyBuffer, T, int> write, CancellationToken cancellation)
    {
        var stream = await connection.BeginRawBinaryCopyAsync(copy, cancellation);
        await using (stream)
        {
            buffer.BeginTable();
            foreach (var item in items)
            {
                rows += write(buffer, item);
                if (buffer.IsFull)
                {
                    await Flush(stream, cancellation);
                }
            }

            buffer.EndTable();
            await Flush(stream, cancellation);
        }
    }

    private async Task Flush(NpgsqlRawCopyStream stream, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await stream.WriteAsync(buffer.Bytes, cancellation);
        buffer.Clear();
        progress?.Report(rows);
    }
}
