select member_numbers, member_texts from crm_migration.merge_plans where entity_id = @entityId and partition = @partition and role = 'member';
