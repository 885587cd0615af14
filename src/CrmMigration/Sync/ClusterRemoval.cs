using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Source;
using CrmMigration.Withdraw;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>Takes rows out of the target, or marks them, whose rows have all left the source; as the plan says.</summary>
internal sealed class ClusterRemoval(NpgsqlConnection target, TargetWriter writer, EntityMapping mapping, BatchBooks books)
{
    private readonly List<long> transactions = [];

    /// <summary>Keeps what is deleted or marked.</summary>
    public required EarlierRows Earlier { get; init; }

    /// <summary>Of rows that would take rows of others along.</summary>
    public required OutsideReferences Outside { get; init; }

    /// <summary>The transactions that marked rows, down to savepoints, as xmin tells them.</summary>
    public IReadOnlyCollection<long> Transactions => transactions;

    private string Rows { get; } = $"t.{SqlName.Quote(mapping.TargetColumns[0].Name)} = any(@keys::{mapping.TargetColumns[0].BaseType}[])";

    public async Task Remove(IReadOnlyList<SyncCluster> clusters)
    {
        foreach (var cluster in clusters.Where(cluster => cluster.Target is null))
        {
            Left(cluster, null);
        }

        var places = clusters.Where(cluster => cluster.Target is not null).ToDictionary(cluster => cluster.Target!.Value);
        var standing = await writer.Standing(places.Keys);
        var due = new List<SourceKey>();
        foreach (var (place, cluster) in places)
        {
            if (standing.TryGetValue(place, out var hash) && hash != cluster.Hash && mapping.Entity.Plan.Conflicts != ConflictPolicy.Source && mapping.Entity.Plan.Deletes is not DeletePolicy.Keep)
            {
                await Kept(cluster, null);
            }
            else
            {
                due.Add(place);
            }
        }

        var referred = mapping.Entity.Plan.Deletes is DeletePolicy.Propagate ? await Outside.Of(due) : [];
        foreach (var (place, refusal) in referred)
        {
            await Kept(places[place], refusal);
        }

        await Remove(due.FindAll(place => !referred.ContainsKey(place)), places);
    }

    /// <summary>Takes the mark off rows that are back.</summary>
    public async Task Return(IReadOnlyCollection<SourceKey> keys)
    {
        if (keys.Count > 0 && mapping.Entity.Plan.Deletes is DeletePolicy.Mark { Column: var column })
        {
            var sign = mapping.Entity.MarkIsTime ? "null" : "false";
            await Write($"update {mapping.Table} as t set {SqlName.Quote(column)} = {sign} where {Rows}", [.. keys.Select(one => one.ToString())]);
        }
    }

    // What the server refuses is found by halving.
    private async Task Remove(List<SourceKey> keys, Dictionary<SourceKey, SyncCluster> places)
    {
        if (keys.Count == 0)
        {
            return;
        }

        await Execute("savepoint removal");
        try
        {
            if (Statement() is { } statement)
            {
                await Write(statement, [.. keys.Select(one => one.ToString())]);
            }

            await Execute("release savepoint removal");
            keys.ForEach(one => Left(places[one], one));
        }
        catch (PostgresException fault) when (fault.IsRowFault())
        {
            await Execute("rollback to savepoint removal; release savepoint removal");
            if (keys.Count == 1)
            {
                await Kept(places[keys[0]], RowFault.ToRejection(fault, await Rehearse.ConstraintNames.Of(target, mapping)));
                return;
            }

            await Remove(keys[..(keys.Count / 2)], places);
            await Remove(keys[(keys.Count / 2)..], places);
        }
    }

    private async Task Write(string statement, string[] keys)
    {
        await Earlier.Keep(Rows, keys, mapping.Entity.Plan.Deletes is DeletePolicy.Mark ? "updated" : "deleted");
        await using var command = new NpgsqlCommand($"{statement}; select {EarlierRows.Writer} from {mapping.Table} as t where {Rows} and crm_migration.writes_now({EarlierRows.Writer}) limit 1", target) { Parameters = { new("keys", keys) } };
        if (await command.ExecuteScalarAsync() is long transaction)
        {
            transactions.Add(transaction);
        }
    }

    private string? Statement() => mapping.Entity.Plan.Deletes switch
    {
        DeletePolicy.Propagate => $"delete from {mapping.Table} as t where {Rows}",
        DeletePolicy.Mark { Column: var column } => $"update {mapping.Table} as t set {SqlName.Quote(column)} = {(mapping.Entity.MarkIsTime ? "now()" : "true")} where {Rows}",
        _ => null,
    };

    private void Left(SyncCluster cluster, SourceKey? place)
    {
        foreach (var row in cluster.Rows)
        {
            books.Account(row).Deleted(row.Id.Key);
            if (place is null || mapping.Entity.Plan.Deletes is DeletePolicy.Propagate || !row.Leads)
            {
                books.Unlink(row);
            }
            else
            {
                books.Link(row, "left", place, cluster.Hash is { } hash ? unchecked((ulong)hash) : null);
            }
        }
    }

    private async Task Kept(SyncCluster cluster, Rejection? refusal)
    {
        foreach (var row in cluster.Rows)
        {
            books.Account(row).NotDeleted(new(row.Id.Key, cluster.Target!.Value), refusal);
            if (refusal is not null)
            {
                books.Wait(row, refusal);
                continue;
            }

            // Told once: from now on the row is the target's own.
            await books.Review(row, "The row has left the source, and was changed in the target since it was written. It stays there.");
            if (row.Leads)
            {
                books.Link(row, "left", cluster.Target, null);
            }
            else
            {
                books.Unlink(row);
            }
        }
    }

    private async Task Execute(string statement)
    {
        await using var command = new NpgsqlCommand(statement, target);
        await command.ExecuteNonQueryAsync();
    }
}
