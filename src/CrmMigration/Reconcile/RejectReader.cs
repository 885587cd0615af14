using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;

namespace CrmMigration.Reconcile;

/// <summary>Reads the rejected rows of a run by entity and key, streamed.</summary>
internal static class RejectReader
{
    public static async IAsyncEnumerable<RejectedRow> Read(NpgsqlDataSource target, string runId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        await foreach (var row in connection.QueryUnbufferedAsync<RejectedRow>(SqlText.Of("Runs/ReadRejects.sql"), new { runId }).WithCancellation(cancellation))
        {
            yield return row;
        }
    }
}
