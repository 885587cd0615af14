select changed.set_id as SetId, changed.source_key as SourceKey, coalesce('t' || links.target_key, 'n' || changed.set_id || ':' || changed.source_key) as Cluster,
       coalesce(links.status = 'merged', false) as Merged
from pg_temp.crm_migration_changes as changed
left join crm_migration.links as links using (set_id, source_key)
where not changed.gone;
