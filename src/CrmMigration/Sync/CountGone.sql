select count(*)
from pg_temp.crm_migration_changes as changed
join crm_migration.links as links using (set_id, source_key)
where changed.gone and not links.pending;
