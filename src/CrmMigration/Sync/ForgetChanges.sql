delete from crm_migration.changed_rows
where entity_id in (
  select entity.entity_id from crm_migration.entities as entity join crm_migration.runs as run using (run_id)
  where run.is_pass and run.plan = (select plan from crm_migration.runs where run_id = @runId));
