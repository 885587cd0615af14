select changed.set_id as SetId, changed.source_key as SourceKey, changed.cluster as Cluster, coalesce(links.status = 'merged', false) as Merged
from crm_migration.changed_rows as changed
left join crm_migration.links as links using (set_id, source_key)
where changed.entity_id = @entityId and not changed.gone;
