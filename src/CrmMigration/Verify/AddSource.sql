insert into crm_migration.verified_sources (entity_id, source, set_id, rows, changed, new, merged, rejected, skipped, doubt)
values (@entityId, @source, @setId, @rows, @changed, @fresh, @merged, @rejected, @skipped, @doubt);
