-- Links alone may be a verification's, which brings nothing over.
select exists (
  select from crm_migration.link_sets as sets
  join crm_migration.runs as base on base.run_id = sets.base_run
  join crm_migration.runs as pass on pass.plan = base.plan and pass.is_pass and pass.started_at >= base.started_at
  where sets.base_run = @runId);
