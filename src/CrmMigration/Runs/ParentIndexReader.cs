using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Rehearse;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>Reads from the ledger where the rows that a published entity has of one source went.</summary>
internal static class ParentIndexReader
{
    public static async Task<ParentIndex> Read(RunContext context, CheckedEntity entity, CheckedSource source)
    {
        var index = new ParentIndex(entity.Plan.Name, KeyPlacement.Of(entity, source) is { } placement ? new PlacedKeys(placement) : new MappedKeys());
        var id = (await context.Row(entity.Plan.Name)).EntityId;
        var numbers = context.SamplePercent is not null && KeyPlacement.Of(entity, source) is null ? new UnsampledNumbers(await context.Assigning.GivenBefore(entity, source)) : null;

        // The only one: the steps at work hold all others, and may wait for this.
        await using var connection = await context.Target.OpenConnectionAsync();
        await ReadLedger(Command(connection, "Runs/ReadLedger.sql", (id, source.Name)), index);
        if (context.SamplePercent is not null)
        {
            await ReadLedger(Command(connection, "Rehearse/ReadUnsampled.sql", (id, source.Name)), index, numbers);
        }

        await ReadRejected(connection, (id, source.Name), KeyKinds.Of(source.Key.BaseType)!.Value, index);
        index.InTarget.Close();
        return index;
    }

    private static async Task ReadLedger(NpgsqlCommand query, ParentIndex index, UnsampledNumbers? numbers = null)
    {
        await using var command = query;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (keys, targets) = (KeyArrays.Read(reader, 1, 2), KeyArrays.Read(reader, 3, 4));
            switch (reader.GetString(0))
            {
                case "merged":
                    AddMerged(index, keys, targets);
                    break;
                case "rejected":
                    Array.ForEach(keys, index.AddRejected);
                    break;
                case "skipped":
                    Array.ForEach(keys, index.Skipped.Add);
                    break;
                default:
                    index.InTarget.Add(keys, numbers?.Of(keys) ?? (targets.Length == 0 ? null : targets));
                    break;
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

    private static async Task ReadRejected(NpgsqlConnection connection, (long EntityId, string Source) rows, KeyKind kind, ParentIndex index)
    {
        await using var command = Command(connection, "Runs/ReadRejectedKeys.sql", rows);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            index.AddRejected(kind.Parse(reader.GetString(0)));
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string statement, (long EntityId, string Source) rows) =>
        new(SqlText.Of(statement), connection) { Parameters = { new("entityId", rows.EntityId), new("source", rows.Source) } };
}
