-- Rows of a parent that changed in this pass and are in the target.
select changed.source_key
from crm_migration.entities as entity
join crm_migration.changed_rows as changed using (entity_id)
join crm_migration.link_sets as sets using (set_id)
join crm_migration.links as links using (set_id, source_key)
where entity.run_id = @runId and entity.entity = @parent and sets.source = @source and not changed.gone and links.status in ('migrated', 'merged');
