-- What a verification found, as what a pass takes.
insert into pg_temp.crm_migration_changes (set_id, source_key, gone)
select set_id, source_key, kind = 'extra' from crm_migration.verified_differences where entity_id = @entityId and state <> 'repaired'
on conflict do nothing;
