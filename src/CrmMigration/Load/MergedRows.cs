using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>All merged rows of an entity as the ledger holds them, to be given other survivors and written back.</summary>
internal sealed class MergedRows(CheckedEntity entity, EntityRow row)
{
    private readonly SortedDictionary<RowId, (int Partition, SourceKey Survivor)> rows = [];
    private readonly HashSet<int> changed = [];

    public static async Task<MergedRows> Read(NpgsqlConnection target, CheckedEntity entity, EntityRow row, CancellationToken cancellation)
    {
        var merged = new MergedRows(entity, row);
        await using var command = new NpgsqlCommand(SqlText.Of("Load/ReadMergedRows.sql"), target) { Parameters = { new("entityId", row.EntityId) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (partition, keys, survivors) = (reader.GetInt32(0), KeyArrays.Read(reader, 1, 2), KeyArrays.Read(reader, 3, 4));
            for (var i = 0; i < keys.Length; i++)
            {
                merged.rows[new(row.SourceOf(partition), keys[i])] = (partition, survivors[i]);
            }
        }

        return merged;
    }

    /// <summary>The rows merged into a survivor, by its key in the target; those of the first source first, lowest key first.</summary>
    public IReadOnlyList<PlacedMember> Under(SourceKey survivor) =>
        [.. rows.Where(row => row.Value.Survivor == survivor).Select(row => new PlacedMember(row.Key, row.Value.Partition))];

    public void Remove(RowId id)
    {
        changed.Add(rows[id].Partition);
        rows.Remove(id);
    }

    /// <param name="survivor">Its key in the target.</param>
    public void Retarget(IEnumerable<RowId> ids, SourceKey survivor)
    {
        foreach (var id in ids)
        {
            changed.Add(rows[id].Partition);
            rows[id] = (rows[id].Partition, survivor);
        }
    }

    /// <summary>Writes the partitions back that changed.</summary>
    public async Task Write(NpgsqlConnection target, CancellationToken cancellation)
    {
        foreach (var partition in changed)
        {
            var keys = new KeyList(KeyKinds.Of(entity.Sources[row.SourceOf(partition)].Key.BaseType)!.Value);
            var survivors = new KeyList(KeyKinds.Of(entity.TargetKey.BaseType)!.Value);
            foreach (var (id, place) in rows.Where(one => one.Value.Partition == partition))
            {
                keys.Add(id.Key);
                survivors.Add(place.Survivor);
            }

            await using var command = new NpgsqlCommand(SqlText.Of("Load/RewriteMerged.sql"), target)
            {
                Parameters = { new("entityId", row.EntityId), new("partition", partition) },
            };
            command.Parameters.AddKeys("numbers", "texts", keys);
            command.Parameters.AddKeys("targetNumbers", "targetTexts", survivors);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
