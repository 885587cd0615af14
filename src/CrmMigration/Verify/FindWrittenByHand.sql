-- Rows of the target that a replay wrote with people's fixes, and nobody has written since: the source alone does not make them.
select distinct replayed.target_key
from crm_migration.replayed_rows as replayed
join crm_migration.entities as base using (entity_id)
join crm_migration.link_sets as sets on sets.base_run = base.run_id and sets.entity = base.entity
join crm_migration.links as links on links.set_id = sets.set_id and links.target_key = replayed.target_key and links.status = 'migrated' and links.row_hash = replayed.row_hash
where sets.set_id = any(@sets) and replayed.target_key = any(@targets);
