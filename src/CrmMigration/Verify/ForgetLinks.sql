-- Links that no pass has used, as only a verification made them: they are made anew from the run's books when they are needed.
with old as (
  delete from crm_migration.link_sets where base_run = @runId returning set_id
)
delete from crm_migration.links using old where links.set_id = old.set_id;
