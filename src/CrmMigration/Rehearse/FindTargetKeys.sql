select coalesce(one.number::text, one.word), coalesce(one.target_number::text, one.target_word)
from crm_migration.ledger as entry
join crm_migration.partitions as cut using (entity_id, partition)
cross join lateral unnest(entry.key_numbers, entry.key_texts, entry.target_numbers, entry.target_texts) as one (number, word, target_number, target_word)
where entry.entity_id = @EntityId and cut.source = @source and entry.fate in ('created', 'updated', 'unchanged')
  and coalesce(one.number::text, one.word) = any(@keys);
