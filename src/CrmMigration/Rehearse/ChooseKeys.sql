-- The first key of some partitions, spread over the table; of one partition, its first keys.
select chosen.key
from (
  select word.key, row_number() over (order by word.place, entry.partition) as rank
  from crm_migration.ledger as entry
  join crm_migration.partitions as cut using (entity_id, partition)
  cross join lateral unnest(coalesce(entry.key_numbers[1:@keys]::text[], entry.key_texts[1:@keys])) with ordinality as word (key, place)
  where entry.entity_id = @EntityId and cut.source = @source and entry.fate = @fate
) as chosen
where chosen.rank <= @keys
order by chosen.rank;
