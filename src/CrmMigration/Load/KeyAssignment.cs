using System.Collections.Concurrent;
using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>
/// The keys that rows get in the target. Where its sequence gives them, they are kept in the books for ever: numbers are drawn as they are
/// needed, and entered by the transaction that uses them. Numbers of one that is rolled back are lost, as those of any rolled back INSERT.
/// </summary>
internal sealed class KeyAssignment(RunContext context)
{
    private readonly ConcurrentDictionary<(string Entity, string Source), Lazy<Task<TargetKeys>>> known = new();

    /// <summary>For a partition on its way to the target, whose keys no other step gives out at the same time. What was given before is read once in a process.</summary>
    public async Task<KeyPlacement> PlacementOf(EntityMapping mapping)
    {
        if (KeyPlacement.Of(mapping.Entity, mapping.Source) is { } placement)
        {
            return placement;
        }

        var name = (mapping.Entity.Plan.Name, mapping.Source.Name);
        var reading = known.GetOrAdd(name, _ => new(() => Read(mapping)));
        try
        {
            return new AssignedKeys(mapping.SourceKeyKind, await reading.Value, count => Draw(mapping, count));
        }
        catch
        {
            // A connection lost while reading must not fail every later try of every partition.
            known.TryRemove(new(name, reading));
            throw;
        }
    }

    /// <summary>For a step that goes over all partitions, source by source: it knows what each of them gave out, and may place a row more than once.</summary>
    public async Task<IReadOnlyList<KeyPlacement>> PlacementsOfAll(CheckedEntity entity, WorkTable? work)
    {
        var placements = new List<KeyPlacement>();
        for (var position = 0; position < entity.Sources.Count; position++)
        {
            var mapping = EntityMapping.Of(entity, position, work);
            placements.Add(KeyPlacement.Of(entity, mapping.Source)
                ?? new AssignedKeys(mapping.SourceKeyKind, await Read(mapping), count => Draw(mapping, count)) { New = [] });
        }

        return placements;
    }

    /// <summary>Enters what was newly given by <see cref="PlacementsOfAll"/>.</summary>
    public static void Enter(NpgsqlConnection target, CheckedEntity entity, IReadOnlyList<KeyPlacement> placements)
    {
        for (var position = 0; position < placements.Count; position++)
        {
            Enter(target, EntityMapping.Of(entity, position, work: null), placements[position]);
        }
    }

    /// <summary>Enters what was newly given, in the transaction of the connection.</summary>
    public static void Enter(NpgsqlConnection target, EntityMapping mapping, KeyPlacement placement)
    {
        if (placement is not AssignedKeys { Keys.Count: > 0 } assigned)
        {
            return;
        }

        var row = new TupleBuffer(5);
        row.BeginRow();
        row.Add(mapping.Entity.Plan.Name);
        row.Add(mapping.Source.Name);
        row.Add(assigned.Keys);
        row.AddNumbers(assigned.Numbers.NumberSpan);
        var copy = CopyIn.Begin(target, "crm_migration.assigned_keys", "entity, source, key_numbers, key_texts, target_numbers");
        copy.Write(row.Written);
        CopyIn.End(copy);
    }

    private async Task<TargetKeys> Read(EntityMapping mapping)
    {
        var keys = new MappedKeys();
        await using var connection = await context.Target.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(SqlText.Of("Load/ReadAssigned.sql"), connection)
        {
            Parameters = { new("entity", mapping.Entity.Plan.Name), new("source", mapping.Source.Name) },
        };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            keys.Add(KeyArrays.Read(reader, 0, 1), Array.ConvertAll(reader.GetFieldValue<long[]>(2), number => new SourceKey(number)));
        }

        keys.Close();
        return keys;
    }

    // By a session of its own: the one of the partition is in the middle of a COPY. Every number is drawn by itself, so that whoever else
    // numbers rows at the same time gets others.
    private long[] Draw(EntityMapping mapping, int count)
    {
        var numbers = new List<long>(count);
        using var connection = context.Target.OpenConnection();
        using var command = new NpgsqlCommand(SqlText.Of("Load/DrawKeys.sql"), connection)
        {
            Parameters = { new("table", mapping.Table), new("column", mapping.TargetColumns[0].Name), new("count", count) },
        };
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers.Count == count ? [.. numbers] : throw new InvalidSettingException(
            $"The key of {mapping.Entity.Plan.TargetTable} is not numbered by a sequence any more, so that no keys can be assigned. Give it one again, then resume.");
    }
}
