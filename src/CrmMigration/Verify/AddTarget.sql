insert into crm_migration.verified_targets (entity_id, rows, own, unknown) values (@entityId, @rows, @own, @unknown);
