select key_numbers, key_texts from crm_migration.ledger where entity_id = @entityId and partition = @partition and fate = 'created';
