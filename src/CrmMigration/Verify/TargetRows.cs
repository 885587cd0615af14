using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Sync;
using Npgsql;

namespace CrmMigration.Verify;

/// <summary>The rows of a target table against what the links say of them: keys and contents, by the server alone.</summary>
internal sealed class TargetRows(NpgsqlConnection target, EntityMapping mapping, IReadOnlyList<LinkSet> sets)
{
    // Rows of which nobody knows what was written are compared by value, as long as they are few.
    private const int FewRows = 10_000;

    private readonly string hash = new RowHash(mapping).Sql;
    private readonly string key = $"t.{SqlName.Quote(mapping.TargetColumns[0].Name)}";
    private readonly int[] setIds = [.. sets.Select(set => set.SetId)];

    /// <summary>Counts of both sides, and the buckets in which keys or contents differ.</summary>
    public async Task<(long Known, long There, int[] Differing)> Count(CancellationToken cancellation)
    {
        await using (var prepare = new NpgsqlCommand(KeyBuckets.Prepare, target))
        {
            await prepare.ExecuteNonQueryAsync(cancellation);
        }

        await using var command = Command($"""
            with both_sides as (
              select {KeyBuckets.Hash("target_key")} as hash, row_hash, true as known from crm_migration.links
              where set_id = any(@sets) and status in ('migrated', 'left') and target_key is not null
              union all
              select {KeyBuckets.Hash($"{key}::text collate \"C\"")}, {hash}, false from {mapping.Table} as t
            ), buckets as (
              select {KeyBuckets.Of("hash")} as bucket, count(*) filter (where known) as known, count(*) filter (where not known) as there,
                     sum(hash) filter (where known) is distinct from sum(hash) filter (where not known)
                       or sum(row_hash) filter (where known) is distinct from sum(row_hash) filter (where not known) as differs
              from both_sides group by 1
            )
            select coalesce(sum(known), 0)::bigint, coalesce(sum(there), 0)::bigint, coalesce(array_agg(bucket) filter (where differs or known <> there), array[]::int[]) from buckets
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<int[]>(2));
    }

    /// <summary>Looks at the rows of some buckets, and enters those that are gone or were edited.</summary>
    /// <param name="entityId">That differences are entered for; null: none are.</param>
    /// <returns>How many that the links know are gone, and of how many of the others nobody knows what was written.</returns>
    public async Task<(long Gone, long Unknown)> Look(int[] buckets, long? entityId, CancellationToken cancellation)
    {
        if (buckets.Length == 0)
        {
            return (0, 0);
        }

        await using var command = Command($"""
            with judged as (
              select known.set_id, known.source_key, known.target_key, known.status, known.row_hash, {key} is null as gone, {hash} as there
              from crm_migration.links as known
              left join {mapping.Table} as t on {key} = known.target_key::{mapping.TargetColumns[0].BaseType}
              where known.set_id = any(@sets) and known.status in ('migrated', 'left') and known.target_key is not null
                and {KeyBuckets.Of(KeyBuckets.Hash("known.target_key"))} = any(@buckets)
            ), counted as (
              select count(*) filter (where gone) as gone_rows, count(*) filter (where row_hash is null and not gone and status = 'migrated') as unknown_rows from judged
            ), entered as (
              insert into crm_migration.verified_differences (entity_id, set_id, source, source_key, kind, why, target_key)
              select @entityId, judged.set_id, sets.source, source_key, case when gone then 'missing' else 'differing' end,
                     case when gone then 'deleted' when row_hash is null then 'unknown' else 'edited' end, target_key
              from judged cross join counted join crm_migration.link_sets as sets using (set_id)
              where @entityId::bigint is not null and status = 'migrated' and (gone or row_hash <> there or row_hash is null and unknown_rows <= {FewRows})
              on conflict do nothing
            )
            select gone_rows, case when unknown_rows > {FewRows} then unknown_rows else 0 end from counted
            """);
        command.Parameters.Add(new("buckets", buckets));
        command.Parameters.Add(new("entityId", NpgsqlTypes.NpgsqlDbType.Bigint) { Value = entityId is { } id ? id : DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private NpgsqlCommand Command(string statement) => new(statement, target) { Parameters = { new("sets", setIds) } };
}
