-- Rows that arrived by a replay have no match keys in the books.
select links.source_key
from crm_migration.link_sets as sets
join crm_migration.entities as base on base.run_id = sets.base_run and base.entity = sets.entity
join crm_migration.replayed_rows as replayed on replayed.entity_id = base.entity_id
join crm_migration.links as links on links.set_id = sets.set_id and links.source_key = replayed.target_key and links.target_key = replayed.target_key
where sets.set_id = @setId
union
select links.source_key
from crm_migration.link_sets as sets
join crm_migration.entities as base on base.run_id = sets.base_run and base.entity = sets.entity
join crm_migration.replayed_rows as replayed on replayed.entity_id = base.entity_id
join crm_migration.links as links on links.set_id = sets.set_id and links.target_key = replayed.target_key
  and (links.status = 'merged' or links.target_key <> links.source_key)
where sets.set_id = @setId;
