insert into crm_migration.correction_sets as known (entity_id, partition, field, rule, outcome, key_numbers, key_texts, originals)
values (@entityId, @partition, @field, @rule, @outcome, @numbers, @texts, @originals)
on conflict (entity_id, partition, field, rule, outcome) do update
set key_numbers = known.key_numbers || excluded.key_numbers, key_texts = known.key_texts || excluded.key_texts, originals = known.originals || excluded.originals;
