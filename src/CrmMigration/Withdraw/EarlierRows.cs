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
    private readonly NpgsqlConnection target;
    private readonly EntityMapping mapping;
    private readonly (long EntityId, int Partition) place;

    private EarlierRows(NpgsqlConnection target, EntityMapping mapping, (long EntityId, int Partition) place, string row)
    {
        this.target = target;
        this.mapping = mapping;
        this.place = place;
        Row = row;
    }

    /// <summary>The whole row as SQL over the table, aliased <c>t</c>.</summary>
    public string Row { get; }

    /// <param name="place">The entity of the run, and the partition whose step writes.</param>
    /// <returns>Null where rows do not go to the target itself: nobody's row is written over there.</returns>
    public static async Task<EarlierRows?> Of(NpgsqlConnection target, EntityMapping mapping, (long EntityId, int Partition) place) =>
        mapping.Table != mapping.Entity.Plan.TargetTable.Sql
            ? null
            : new(target, mapping, place, (await target.ExecuteScalarAsync<string>(SqlText.Of("Withdraw/ListColumnTexts.sql"), new { table = mapping.Table }))!);

    /// <summary>The statement that keeps the rows of a query with the columns <c>key</c> and <c>earlier</c>; takes the <see cref="Parameters"/>.</summary>
    public static string Keep(string query, string kind) =>
        $"""
        insert into crm_migration.earlier_rows as known (entity_id, partition, target_key, kind, earlier)
        select @entityId, @partition, standing.key::text, '{kind}', standing.earlier from ({query}) as standing
        on conflict (entity_id, target_key) do update set kind = excluded.kind where known.kind <> excluded.kind
        """;

    public NpgsqlParameter[] Parameters() => [new("entityId", place.EntityId), new("partition", place.Partition)];

    /// <summary>Keeps rows that the caller has locked.</summary>
    /// <param name="rows">A condition over the table that takes the parameter <c>keys</c>.</param>
    /// <param name="kind">updated or deleted.</param>
    public async Task Keep(string rows, string[] keys, string kind)
    {
        var key = SqlName.Quote(mapping.TargetColumns[0].Name);
        await using var command = new NpgsqlCommand(Keep($"select t.{key} as key, {Row} as earlier from {mapping.Table} as t where {rows}", kind), target)
        {
            Parameters = { new("keys", keys) },
        };
        command.Parameters.AddRange(Parameters());
        await command.ExecuteNonQueryAsync();
    }
}
