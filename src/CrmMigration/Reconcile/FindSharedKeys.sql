-- Keys that rows of several sources have in the target, where each is to keep its own.
select shared.key
from (
  select one.key
  from crm_migration.ledger as entry
  join crm_migration.partitions as cut using (entity_id, partition)
  cross join lateral unnest(entry.key_texts) as one (key)
  where entry.entity_id = @entityId and entry.fate <> 'skipped' and cut.source = any(@sources)
  group by one.key having count(*) > 1
) as shared
order by shared.key;
