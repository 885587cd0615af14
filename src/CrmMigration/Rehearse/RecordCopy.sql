insert into crm_migration.rehearsed_entities (entity_id, copied_rows, not_rehearsed) values (@EntityId, @rows, @notes);
