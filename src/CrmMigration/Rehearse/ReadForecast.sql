select not_rehearsed as NotRehearsed from crm_migration.rehearsed_entities where entity_id = @entityId;
