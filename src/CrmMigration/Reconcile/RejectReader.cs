using System.Runtime.CompilerServices;
using CrmMigration.Rejects;
using Dapper;
using Npgsql;

namespace CrmMigration.Reconcile;

/// <summary>Reads the rejected rows of a run by entity and key, streamed.</summary>
/// <param name="seal">Null: encrypted values stay closed.</param>
internal sealed class RejectReader(NpgsqlDataSource target, PayloadSeal? seal)
{
    public async IAsyncEnumerable<RejectedRow> Read(string runId, RejectFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        var lines = connection.QueryUnbufferedAsync<RejectLine>(
            SqlText.Of("Runs/ReadRejects.sql"), new { runId, filter.Entity, filter.Rule, filter.Key, filter.WithValues });
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            yield return line.ToRow(seal);
        }
    }

    /// <summary>A page of them.</summary>
    public async Task<RejectPage> ReadPage(string runId, RejectFilter filter, (RejectCursor? After, int Top) page)
    {
        await using var connection = await target.OpenConnectionAsync();

        // One more than asked for tells whether there is a next page.
        var lines = (await connection.QueryAsync<RejectLine>(
            SqlText.Of("Runs/ReadRejectPage.sql"),
            new
            {
                runId,
                filter.Entity,
                filter.Rule,
                filter.Key,
                filter.WithValues,
                position = page.After?.Position,
                sourcePosition = page.After?.Source,
                sourceKey = page.After?.SourceKey,
                rows = page.Top + 1,
            })).ToList();
        var rows = lines.Take(page.Top).Select(line => line.ToRow(seal));
        return new([.. rows], lines.Count > page.Top ? lines[page.Top - 1].Cursor : null);
    }

    /// <summary>All of them by rule, those of an entity together.</summary>
    public static async Task<IReadOnlyList<RejectGroup>> ReadGroups(NpgsqlConnection target, string runId, RejectFilter filter) =>
        [.. await target.QueryAsync<RejectGroup>(SqlText.Of("Reconcile/GroupRejects.sql"), new { runId, filter.Entity, filter.Rule, filter.Key })];
}
