delete from crm_migration.match_keys using crm_migration.entities as entity
where match_keys.entity_id = entity.entity_id and entity.run_id = @runId;
with sets as (
  delete from crm_migration.link_sets where base_run = @runId returning set_id
)
delete from crm_migration.links using sets where links.set_id = sets.set_id;
