using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;

namespace CrmMigration.Sync;

/// <summary>
/// Makes links of what the full run's books say of one of its partitions. A row of the target that nobody touched since the run was proven has
/// the hash that it has now. Done twice, it finds them made.
/// </summary>
internal sealed class AdoptLinks(RunContext context)
{
    public async Task<StepCounts> Run(PartitionRef partition, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, partition.Entity.Run);
        var entity = context.Entity(partition.Entity.Entity);
        var place = await target.QuerySingleOrDefaultAsync<Place>(
            SqlText.Of("Sync/FindToAdopt.sql"), new { partition.Entity.Run.RunId, partition.Entity.Entity, partition.Number });
        if (place is not null)
        {
            await target.ExecuteAsync(Statement(EntityMapping.OfTarget(entity, work: null)), new { place.SetId, place.EntityId, partition.Number, place.Horizon });
            await target.ExecuteAsync(SqlText.Of("Sync/AdoptRejected.sql"), new { place.SetId, place.EntityId, partition.Number });
            await transaction.CommitAsync(cancellation);
        }

        context.Progress.Phase(partition.Entity.Entity, "adopt").PartitionDone();
        return new(0);
    }

    // Where the hashes of all rows add up to what was sent, nobody has touched any. Else those tell that were written by a transaction of the
    // run, or before the proof: a transaction's number has 32 bits in xmin, and its age tells which of two is older.
    private static string Statement(EntityMapping mapping)
    {
        var key = mapping.TargetColumns[0];
        var keys = mapping.TargetKeyKind.IsInteger() ? "coalesce(row.target_number, row.number)" : "coalesce(row.target_word, row.word)";
        return $"""
            with booked as (
              select coalesce(row.number::text, row.word) as source_key, entry.fate,
                     coalesce(row.target_number::text, row.target_word, row.number::text, row.word) as target_key,
                     case when t.{SqlName.Quote(key.Name)} is not null then {new RowHash(mapping).Sql} end as hash,
                     age(t.xmin) > age((@horizon % 4294967296)::text::xid) or t.xmin::text::bigint = any((
                       select transactions from crm_migration.partitions where entity_id = @entityId and partition = @number)::bigint[]) as is_ours
              from crm_migration.ledger as entry
              cross join lateral unnest(entry.key_numbers, entry.key_texts, entry.target_numbers, entry.target_texts) as row (number, word, target_number, target_word)
              left join {mapping.Table} as t on entry.fate not in ('merged', 'skipped') and t.{SqlName.Quote(key.Name)} = {keys}::{key.BaseType}
              where entry.entity_id = @entityId and entry.partition = @number
            ), proven as (
              select crm_migration.wrap_hash(coalesce(sum(hash), 0)) = (
                select sent_hash from crm_migration.partitions where entity_id = @entityId and partition = @number) as whole
              from booked
            )
            insert into crm_migration.links (set_id, source_key, status, target_key, row_hash)
            select @setId, booked.source_key, case when booked.fate in ('merged', 'skipped') then booked.fate else 'migrated' end,
                   case when booked.fate <> 'skipped' then booked.target_key end,
                   case when booked.fate not in ('merged', 'skipped') then coalesce(replayed.row_hash, case when proven.whole or booked.is_ours then booked.hash end) end
            from booked
            cross join proven
            left join crm_migration.replayed_rows as replayed on replayed.entity_id = @entityId and replayed.target_key = booked.target_key
            on conflict do nothing
            """;
    }

    /// <param name="EntityId">Of the full run's entity.</param>
    /// <param name="Horizon">The oldest transaction of the target that was in flight when the run was proven.</param>
    private sealed record Place(int SetId, long EntityId, long Horizon);
}
