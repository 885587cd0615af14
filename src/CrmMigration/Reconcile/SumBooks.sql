select coalesce(sum(cut.read_rows), 0)::bigint as Read,
       coalesce(sum(ledger.rows + rejected.rows), 0)::bigint as Accounted,
       coalesce(sum(cut.sent_rows), 0)::bigint as Sent,
       coalesce(mod(sum(cut.sent_hash), 18446744073709551616), 0)::text as SentHash,
       (count(*) filter (where cut.read_rows <> ledger.rows + rejected.rows))::int as Unbalanced,
       (count(*) filter (where cut.state <> 'published'))::int as Unpublished
from crm_migration.partitions as cut
cross join lateral (
  select coalesce(sum(cardinality(coalesce(entry.key_numbers, '{}')) + cardinality(coalesce(entry.key_texts, '{}'))), 0) as rows
  from crm_migration.ledger as entry
  where entry.entity_id = cut.entity_id and entry.partition = cut.partition
) as ledger
cross join lateral (
  select count(*) as rows
  from crm_migration.rejected_rows as reject
  where reject.entity_id = cut.entity_id and reject.partition = cut.partition
) as rejected
where cut.entity_id = @entityId and cut.sampled;
