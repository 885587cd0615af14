select count(*)
from crm_migration.changed_rows as changed
join crm_migration.links as links using (set_id, source_key)
where changed.entity_id = @entityId and changed.gone and not links.pending;
