-- Links that no pass has used, as only a verification made them: they are made anew from the run's books when they are needed. Those of before the run are not in its books.
with old as (
  update crm_migration.link_sets set adopted = false where base_run = @runId returning set_id
)
delete from crm_migration.links using old where links.set_id = old.set_id and not links.carried;
