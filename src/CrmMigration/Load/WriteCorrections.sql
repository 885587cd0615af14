insert into crm_migration.correction_sets (entity_id, partition, field, rule, outcome, key_numbers, key_texts, originals)
values (@entityId, @partition, @field, @rule, @outcome, @numbers, @texts, @originals);
