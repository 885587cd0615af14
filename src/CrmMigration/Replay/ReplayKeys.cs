using CrmMigration.Match;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>Match keys of a replay in the books: those of the rows that are replayed, and of the rows of the target, and merged into them, that share one.</summary>
internal sealed class ReplayKeys(NpgsqlConnection target, long entityId, MatchedSources sources, KeyKind targetKind)
{
    /// <summary>Rows that are replayed, by their keys in the source.</summary>
    public const string Replayed = "replayed";

    /// <summary>Rows of the target, by their keys there.</summary>
    public const string Target = "target";

    /// <summary>Rows that were merged into rows of the target, by the keys of those.</summary>
    public const string Merged = "merged";

    public Task Write(string side, (int Number, int Partition) place, PackedPairs pairs) => target.ExecuteAsync(
        SqlText.Of("Replay/WriteReplayKeys.sql"), new { entityId, side, place = place.Number, place.Partition, pairs = pairs.Bytes.ToArray() });

    /// <summary>Every pair of those sides, with the partition of its row.</summary>
    public async IAsyncEnumerable<(string Side, int Partition, ulong Hash, SourceKey Key)> Read(params string[] sides)
    {
        await using var command = new NpgsqlCommand(SqlText.Of("Replay/ReadReplayKeys.sql"), target) { Parameters = { new("entityId", entityId), new("sides", sides) } };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (side, partition) = (reader.GetString(0), reader.GetInt32(1));
            foreach (var (hash, key) in Unpack(reader.GetFieldValue<byte[]>(2), side == Replayed ? sources.KindOf(partition) : targetKind))
            {
                yield return (side, partition, hash, key);
            }
        }
    }

    private static List<(ulong Hash, SourceKey Key)> Unpack(ReadOnlySpan<byte> pairs, KeyKind kind)
    {
        var unpacked = new List<(ulong, SourceKey)>();
        while (!pairs.IsEmpty)
        {
            unpacked.Add(PackedPairs.Take(ref pairs, kind));
        }

        return unpacked;
    }
}
