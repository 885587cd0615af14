insert into pg_temp.crm_migration_changes (set_id, source_key, gone)
select set_id, source_key, false from crm_migration.links where set_id = @setId and pending
on conflict do nothing;
