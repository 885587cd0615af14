select key_numbers, key_texts, target_numbers, target_texts from crm_migration.ledger where entity_id = @entityId and partition = @partition and fate = 'merged';
