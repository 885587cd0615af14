-- What a verification found, as what a pass takes.
insert into crm_migration.changed_rows (entity_id, set_id, source_key, gone)
select entity_id, set_id, source_key, kind = 'extra' from crm_migration.verified_differences where entity_id = @entityId and state <> 'repaired'
on conflict do nothing;
