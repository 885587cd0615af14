using CrmMigration.Map;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>Reads from the ledger where the rows of a published entity went.</summary>
internal static class ParentIndexReader
{
    public static async Task<ParentIndex> Read(RunContext context, string entity)
    {
        var index = new ParentIndex(entity);
        var id = (await context.Row(entity)).EntityId;
        var kind = KeyKinds.Of(context.Entity(entity).Sources[0].Key.BaseType)!.Value;
        await using var connection = await context.Target.OpenConnectionAsync();
        await ReadLedger(connection, id, index);
        await ReadRejected(connection, id, kind, index);
        return index;
    }

    private static async Task ReadLedger(NpgsqlConnection connection, long entityId, ParentIndex index)
    {
        await using var command = new NpgsqlCommand(SqlText.Of("Runs/ReadLedger.sql"), connection) { Parameters = { new("entityId", entityId) } };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (fate, keys) = (reader.GetString(0), KeyArrays.Read(reader, 1, 2));
            if (fate == "merged")
            {
                AddMerged(index, keys, KeyArrays.Read(reader, 3, 4));
            }
            else
            {
                Array.ForEach(keys, (fate == "skipped" ? index.Skipped : index.InTarget).Add);
            }
        }
    }

    private static void AddMerged(ParentIndex index, SourceKey[] keys, SourceKey[] survivors)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            index.AddMerged(keys[i], survivors[i]);
        }
    }

    private static async Task ReadRejected(NpgsqlConnection connection, long entityId, KeyKind kind, ParentIndex index)
    {
        await using var command = new NpgsqlCommand(SqlText.Of("Runs/ReadRejectedKeys.sql"), connection) { Parameters = { new("entityId", entityId) } };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            index.AddRejected(kind.Parse(reader.GetString(0)));
        }
    }
}
