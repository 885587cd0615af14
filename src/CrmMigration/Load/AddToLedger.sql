insert into crm_migration.ledger as entry (entity_id, partition, fate, rule, key_numbers, key_texts, target_numbers, target_texts)
values (@entityId, @partition, @fate, @rule, @numbers, @texts, @targetNumbers, @targetTexts)
on conflict (entity_id, partition, fate, rule) do update
set key_numbers = entry.key_numbers || excluded.key_numbers, key_texts = entry.key_texts || excluded.key_texts,
    target_numbers = entry.target_numbers || excluded.target_numbers, target_texts = entry.target_texts || excluded.target_texts;
