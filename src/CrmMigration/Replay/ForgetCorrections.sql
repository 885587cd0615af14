-- A row that the server refused had its corrections booked; replayed, it brings them again.
update crm_migration.correction_sets as correction
set key_numbers = kept.numbers, key_texts = kept.texts, originals = kept.originals
from crm_migration.correction_sets as known
cross join lateral (
  select array_agg(word.key::bigint order by word.place) filter (where known.key_numbers is not null) as numbers,
         array_agg(word.key order by word.place) filter (where known.key_numbers is null) as texts,
         coalesce(array_agg(word.original order by word.place), '{}') as originals
  from unnest(coalesce(known.key_numbers::text[], known.key_texts), known.originals) with ordinality as word (key, original, place)
  where word.key <> all (@keys)
) as kept
where known.entity_id = @entityId and known.partition = @partition and coalesce(known.key_numbers::text[], known.key_texts) && @keys
  and (correction.entity_id, correction.partition, correction.field, correction.rule, correction.outcome) = (known.entity_id, known.partition, known.field, known.rule, known.outcome);
