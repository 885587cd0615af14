insert into crm_migration.changed_rows (entity_id, set_id, source_key, gone)
select @entityId, set_id, source_key, false from crm_migration.links where set_id = @setId and pending
on conflict do nothing;
