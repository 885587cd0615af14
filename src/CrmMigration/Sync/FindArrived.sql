-- Rows of a parent that are in the target and changed in this pass, or arrived in one that did not come to its end.
select changed.source_key
from crm_migration.entities as entity
join crm_migration.changed_rows as changed using (entity_id)
join crm_migration.link_sets as sets using (set_id)
join crm_migration.links as links using (set_id, source_key)
where entity.run_id = @runId and entity.entity = @parent and sets.source = @source and not changed.gone and links.status in ('migrated', 'merged')
union
select links.source_key
from crm_migration.runs as run
join crm_migration.link_sets as sets on sets.plan = run.plan
join crm_migration.links as links using (set_id)
where run.run_id = @runId and sets.entity = @parent and sets.source = @source and links.arrived and links.status in ('migrated', 'merged');
