using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>Moves keys in the ledger from created to merged, after the rows themselves have left the table.</summary>
internal static class MergedBooks
{
    public static async Task Write(NpgsqlConnection target, long entityId, KeyKind kind, CancellationToken cancellation)
    {
        foreach (var (partition, members) in await Members(target, entityId, cancellation))
        {
            var kept = await Kept(target, entityId, partition, (kind, members), cancellation);
            await using var command = new NpgsqlCommand(SqlText.Of("Load/KeepCreated.sql"), target)
            {
                Parameters = { new("entityId", entityId), new("partition", partition) },
            };
            command.Parameters.AddKeys("numbers", "texts", kept);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await using var insert = new NpgsqlCommand(SqlText.Of("Load/BookMerged.sql"), target) { Parameters = { new("entityId", entityId) } };
        await insert.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<(int Partition, HashSet<SourceKey> Keys)>> Members(NpgsqlConnection target, long entityId, CancellationToken cancellation)
    {
        var members = new List<(int, HashSet<SourceKey>)>();
        await using var command = new NpgsqlCommand(SqlText.Of("Load/ReadMembers.sql"), target) { Parameters = { new("entityId", entityId) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            members.Add((reader.GetInt32(0), [.. KeyArrays.Read(reader, 1, 2)]));
        }

        return members;
    }

    private static async Task<KeyList> Kept(
        NpgsqlConnection target, long entityId, int partition, (KeyKind Kind, HashSet<SourceKey> Members) work, CancellationToken cancellation)
    {
        var kept = new KeyList(work.Kind);
        await using var command = new NpgsqlCommand(SqlText.Of("Load/ReadCreated.sql"), target)
        {
            Parameters = { new("entityId", entityId), new("partition", partition) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            foreach (var key in KeyArrays.Read(reader, 0, 1).Where(key => !work.Members.Contains(key)))
            {
                kept.Add(key);
            }
        }

        return kept;
    }
}
