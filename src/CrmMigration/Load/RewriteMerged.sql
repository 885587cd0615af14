update crm_migration.ledger
set key_numbers = @numbers, key_texts = @texts, target_numbers = @targetNumbers, target_texts = @targetTexts
where entity_id = @entityId and partition = @partition and fate = 'merged';
