-- Rows that could not arrive are tried again.
insert into pg_temp.crm_migration_changes (set_id, source_key, gone)
select @setId, key, false from unnest(@keys) as key
on conflict do nothing;
