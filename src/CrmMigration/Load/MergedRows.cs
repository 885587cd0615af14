using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>All merged rows of an entity as the ledger holds them, to be given other survivors and written back.</summary>
internal sealed class MergedRows
{
    private readonly SortedDictionary<SourceKey, (int Partition, SourceKey Survivor)> rows = [];
    private readonly HashSet<int> changed = [];

    public static async Task<MergedRows> Read(NpgsqlConnection target, long entityId, CancellationToken cancellation)
    {
        var merged = new MergedRows();
        await using var command = new NpgsqlCommand(SqlText.Of("Load/ReadMergedRows.sql"), target) { Parameters = { new("entityId", entityId) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (keys, survivors) = (KeyArrays.Read(reader, 1, 2), KeyArrays.Read(reader, 3, 4));
            for (var i = 0; i < keys.Length; i++)
            {
                merged.rows[keys[i]] = (reader.GetInt32(0), survivors[i]);
            }
        }

        return merged;
    }

    /// <summary>The rows merged into a survivor, lowest key first.</summary>
    public IReadOnlyList<PlacedMember> Under(SourceKey survivor) =>
        [.. rows.Where(row => row.Value.Survivor == survivor).Select(row => new PlacedMember(row.Key, row.Value.Partition))];

    public void Remove(SourceKey key)
    {
        changed.Add(rows[key].Partition);
        rows.Remove(key);
    }

    public void Retarget(IEnumerable<SourceKey> keys, SourceKey survivor)
    {
        foreach (var key in keys)
        {
            changed.Add(rows[key].Partition);
            rows[key] = (rows[key].Partition, survivor);
        }
    }

    /// <summary>Writes the partitions back that changed.</summary>
    public async Task Write(NpgsqlConnection target, long entityId, KeyKind kind, CancellationToken cancellation)
    {
        foreach (var partition in changed)
        {
            var (keys, survivors) = (new KeyList(kind), new KeyList(kind));
            foreach (var (key, place) in rows.Where(row => row.Value.Partition == partition))
            {
                keys.Add(key);
                survivors.Add(place.Survivor);
            }

            await using var command = new NpgsqlCommand(SqlText.Of("Load/RewriteMerged.sql"), target)
            {
                Parameters = { new("entityId", entityId), new("partition", partition) },
            };
            command.Parameters.AddKeys("numbers", "texts", keys);
            command.Parameters.AddKeys("targetNumbers", "targetTexts", survivors);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
