update crm_migration.ledger set key_numbers = @numbers, key_texts = @texts
where entity_id = @entityId and partition = @partition and fate = 'created';
