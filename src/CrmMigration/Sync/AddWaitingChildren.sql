-- Rows that could not arrive are tried again.
insert into crm_migration.changed_rows (entity_id, set_id, source_key, gone)
select @entityId, @setId, key, false from unnest(@keys) as key
on conflict do nothing;
