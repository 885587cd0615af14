using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>
/// Writes rows into a target in use: those that differ from what stands there, unless somebody else changed it. What the server refuses is
/// found by halving, so that all others arrive.
/// </summary>
internal sealed class TargetWriter(NpgsqlConnection target, EntityMapping mapping, UpsertBatch upsert)
{
    private readonly RowHash hash = new(mapping);
    private readonly string table = mapping.Table;
    private readonly string key = $"t.{SqlName.Quote(mapping.TargetColumns[0].Name)}";

    /// <summary>What came of each row, by its key in the target.</summary>
    public async Task<Dictionary<SourceKey, WriteResult>> Write(IReadOnlyList<TargetWrite> rows)
    {
        var results = new Dictionary<SourceKey, WriteResult>();
        var there = await Standing([.. rows.Select(row => row.Key)]);
        var due = new List<TargetWrite>();
        foreach (var row in rows)
        {
            var result = Decide(row, there.TryGetValue(row.Key, out var standing) ? standing : null);
            if (result is null)
            {
                due.Add(row);
            }
            else
            {
                results[row.Key] = result;
            }
        }

        Load(due, results);
        return results;
    }

    /// <summary>The hashes of rows as they stand there, which nobody else changes until the transaction ends.</summary>
    public async Task<Dictionary<SourceKey, long>> Standing(IReadOnlyCollection<SourceKey> keys)
    {
        var found = new Dictionary<SourceKey, long>();
        var type = mapping.TargetColumns[0].BaseType;
        await using var command = new NpgsqlCommand($"select {key}::text, {hash.Sql} from {table} as t where {key} = any(@keys::{type}[]) for no key update", target)
        {
            Parameters = { new("keys", keys.Select(one => one.ToString()).ToArray()) },
        };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found[mapping.TargetKeyKind.Parse(reader.GetString(0))] = reader.GetInt64(1);
        }

        return found;
    }

    // Null: the row is to be written.
    private WriteResult? Decide(TargetWrite row, long? standing)
    {
        var policy = mapping.Entity.Plan.Conflicts;
        return (row.IsNew, standing) switch
        {
            (_, { } there) when there == unchecked((long)row.Hash) => new(Fate.Unchanged),
            (true, null) => null,
            (false, { } there) when there == row.Known => null,
            (true, _) => WriteResult.Taken,
            _ when policy == ConflictPolicy.Source => null,
            (false, null) => new(Fate.Conflict, "The row was deleted in the target, and changed in the source.") { IsMissing = true },
            _ => new(Fate.Conflict, "The row was changed in the target since it was written, and in the source too."),
        };
    }

    private void Load(List<TargetWrite> rows, Dictionary<SourceKey, WriteResult> results)
    {
        if (rows.Count == 0)
        {
            return;
        }

        upsert.Save();
        try
        {
            var bytes = new TupleBuffer(mapping.TargetColumns.Count);
            rows.ForEach(row => bytes.AddRow(row.Row));
            var fates = upsert.Run(bytes.Written);
            rows.ForEach(row => results[row.Key] = new(fates.GetValueOrDefault(row.Key, Fate.Unchanged)));
        }
        catch (PostgresException fault) when (fault.IsRowFault())
        {
            upsert.Undo();
            if (rows.Count == 1)
            {
                results[rows[0].Key] = new(Fate.Conflict) { Refusal = RowFault.ToRejection(fault, upsert.Names) };
                return;
            }

            Load(rows[..(rows.Count / 2)], results);
            Load(rows[(rows.Count / 2)..], results);
        }
    }
}
