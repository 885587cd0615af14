using System.Collections.Concurrent;
using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>
/// The keys that rows get in the target. Where its sequence gives them, they are kept in the books for ever: numbers are drawn as they are
/// needed, and entered by the transaction that uses them. Numbers of one that is rolled back are lost, as those of any rolled back INSERT.
/// </summary>
internal sealed class KeyAssignment(RunContext context)
{
    private readonly ConcurrentDictionary<(string Entity, string Source), Lazy<Task<TargetKeys>>> known = new();
    private readonly ConcurrentDictionary<string, bool> raised = new();

    /// <summary>For rows that are only looked at: none gets a number of the target's. Null where only the target could tell the keys.</summary>
    public async Task<KeyPlacement?> PlacementToLook(CheckedEntity entity, CheckedSource source)
    {
        var placement = KeyPlacement.Of(entity, source);
        return placement is null or NamedKeys || entity.Sources.Count == 1 || !KeyKinds.Of(entity.TargetKey.BaseType)!.Value.IsInteger()
            ? placement
            : new FencedKeys(placement, await ReadFences(entity, source));
    }

    /// <summary>For a partition on its way to the target, whose keys no other step gives out at the same time. What was given before is read once in a process.</summary>
    public async Task<KeyPlacement> PlacementOf(EntityMapping mapping)
    {
        if (await PlacementToLook(mapping.Entity, mapping.Source) is { } placement)
        {
            return placement;
        }

        var name = (mapping.Entity.Plan.Name, mapping.Source.Name);
        var reading = known.GetOrAdd(name, _ => new(() => GivenBefore(mapping.Entity, mapping.Source)));
        try
        {
            await Raise(mapping);
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
            placements.Add(KeyPlacement.Of(entity, mapping.Source) ?? await AssignedOfAll(mapping));
        }

        return placements;
    }

    /// <summary>The numbers that rows of a source got as their keys, by earlier runs or earlier in this one.</summary>
    public async Task<TargetKeys> GivenBefore(CheckedEntity entity, CheckedSource source)
    {
        var keys = new MappedKeys();
        await using var connection = await context.Target.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(SqlText.Of("Load/ReadAssigned.sql"), connection)
        {
            Parameters = { new("entity", entity.Plan.Name), new("source", source.Name), new("runId", context.RunId) },
        };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            keys.Add(KeyArrays.Read(reader, 0, 1), Array.ConvertAll(reader.GetFieldValue<long[]>(2), number => new SourceKey(number)));
        }

        keys.Close();
        return keys;
    }

    /// <summary>Enters what was newly given by <see cref="PlacementsOfAll"/>, in the transaction of the connection.</summary>
    public void Enter(NpgsqlConnection target, CheckedEntity entity, IReadOnlyList<KeyPlacement> placements)
    {
        foreach (var (source, placement) in entity.Sources.Zip(placements))
        {
            Enter(target, entity, source, placement);
        }
    }

    /// <summary>Enters what was newly given to rows of one source, in the transaction of the connection.</summary>
    public void Enter(NpgsqlConnection target, CheckedEntity entity, CheckedSource source, KeyPlacement placement)
    {
        if (placement is AssignedKeys { Keys.Count: > 0 } assigned)
        {
            AssignedKeyCopy.Write(target, new(entity.Plan.Name, source.Name, context.IsRehearsal ? context.RunId : null), assigned);
        }
    }

    private async Task<AssignedKeys> AssignedOfAll(EntityMapping mapping)
    {
        await Raise(mapping);
        return new(mapping.SourceKeyKind, await GivenBefore(mapping.Entity, mapping.Source), count => Draw(mapping, count)) { New = [] };
    }

    private async Task<IReadOnlyList<KeyFence>> ReadFences(CheckedEntity entity, CheckedSource source)
    {
        var row = await context.Row(entity.Plan.Name);
        await using var connection = await context.Target.OpenConnectionAsync();
        return [.. await connection.QueryAsync<KeyFence>(SqlText.Of("Load/ReadKeyRanges.sql"), new { row.EntityId, source = source.Name })];
    }

    // The sequence may be one that knows nothing of numbers given before: that of a table made anew, or of one that is filled otherwise.
    private async Task Raise(EntityMapping mapping)
    {
        var entity = mapping.Entity;
        if (raised.ContainsKey(entity.Plan.Name))
        {
            return;
        }

        var row = await context.Row(entity.Plan.Name);
        await using var connection = await context.Target.OpenConnectionAsync();
        var sources = entity.Sources.Where(source => KeyPlacement.Of(entity, source) is null).Select(source => source.Name).ToArray();
        var highest = await connection.ExecuteScalarAsync<long?>(
            SqlText.Of("Load/ReadNumbered.sql"), new { entity = entity.Plan.Name, context.RunId, row.EntityId, sources });
        await TargetTable.RaiseSequences(connection, mapping.Table, entity.TargetKey.Name, highest);
        raised[entity.Plan.Name] = true;
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
