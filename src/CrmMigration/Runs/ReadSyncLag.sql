-- A pass by a column may have missed rows: it is no look at everything.
select clock_timestamp() - max(run.started_at) from crm_migration.runs as run
where run.plan = @plan and run.mode in ('full', 'incremental') and run.state = 'reconciled' and not exists (
  select from crm_migration.entities as entity join crm_migration.entity_sources as source using (entity_id)
  where entity.run_id = run.run_id and source.by_column);
