using CrmMigration.Map;
using Dapper;
using Npgsql;

namespace CrmMigration.Withdraw;

/// <summary>
/// Keeps rows of a target table as they stand, all columns of them, before a run writes over them, in the transaction that does. Works on the
/// connection it is given.
/// </summary>
internal sealed class EarlierRows
{
    /// <summary>The transaction that wrote a row last, as SQL over the table, aliased <c>t</c>.</summary>
    public const string Writer = "t.xmin::text::bigint";

    private readonly NpgsqlConnection target;
    private readonly EntityMapping mapping;
    private readonly (long EntityId, int Partition) place;

    private EarlierRows(NpgsqlConnection target, EntityMapping mapping, (long EntityId, int Partition) place)
    {
        this.target = target;
        this.mapping = mapping;
        this.place = place;
    }

    /// <summary>The whole row as SQL over the table, aliased <c>t</c>.</summary>
    public required string Row { get; init; }

    /// <summary>Whether a row that an upsert returns was not there before, as SQL over the table, aliased <c>t</c>. PostgreSQL does not tell that of partitioned tables: all count as new there.</summary>
    public required string Inserted { get; init; }

    /// <param name="place">The entity of the run, and the partition whose step writes.</param>
    /// <returns>Null where rows do not go to the target itself: nobody's row is written over there.</returns>
    public static async Task<EarlierRows?> Of(NpgsqlConnection target, EntityMapping mapping, (long EntityId, int Partition) place)
    {
        if (mapping.Table != mapping.Entity.Plan.TargetTable.Sql)
        {
            return null;
        }

        var isPartitioned = await target.ExecuteScalarAsync<bool>(SqlText.Of("Withdraw/IsPartitioned.sql"), new { table = mapping.Table });
        return new(target, mapping, place)
        {
            Row = (await target.ExecuteScalarAsync<string>(SqlText.Of("Withdraw/ListColumnTexts.sql"), new { table = mapping.Table }))!,
            Inserted = isPartitioned ? "true" : "t.xmax = 0",
        };
    }

    /// <summary>The statement that keeps the rows of a query with the columns <c>key</c>, <c>earlier</c> and <c>writer</c>; takes the <see cref="Parameters"/>.</summary>
    public static string Keep(string query, string kind) =>
        $"""
        insert into crm_migration.earlier_rows as known (entity_id, partition, target_key, kind, earlier, ours)
        select @entityId, @partition, standing.key::text, '{kind}', standing.earlier, standing.writer in (select crm_migration.writers_of(@entityId)) or crm_migration.writes_now(standing.writer)
        from ({query}) as standing
        where exists (select from crm_migration.earlier_rows as kept where kept.entity_id = @entityId and kept.target_key = standing.key::text collate "C")
           or not (standing.writer in (select unnest(transactions) from crm_migration.partitions where entity_id = @entityId) or crm_migration.writes_now(standing.writer))
        on conflict (entity_id, target_key) do update set kind = excluded.kind where known.kind <> excluded.kind
        """;

    public NpgsqlParameter[] Parameters() => [new("entityId", place.EntityId), new("partition", place.Partition)];

    /// <summary>Keeps rows that the caller has locked.</summary>
    /// <param name="rows">A condition over the table that takes the parameter <c>keys</c>.</param>
    /// <param name="kind">updated or deleted.</param>
    public async Task Keep(string rows, string[] keys, string kind)
    {
        var key = SqlName.Quote(mapping.TargetColumns[0].Name);
        await using var command = new NpgsqlCommand(Keep($"select t.{key} as key, {Row} as earlier, {Writer} as writer from {mapping.Table} as t where {rows}", kind), target)
        {
            Parameters = { new("keys", keys) },
        };
        command.Parameters.AddRange(Parameters());
        await command.ExecuteNonQueryAsync();
    }
}
