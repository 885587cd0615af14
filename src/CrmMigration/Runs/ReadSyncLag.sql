-- The pass within a cut-over counts, whatever the verdict on the whole. A pass by a column may have missed rows: it is no look at everything.
select clock_timestamp() - max(run.started_at) from crm_migration.runs as run
where run.plan = @plan and (run.mode in ('full', 'incremental') and run.state = 'reconciled' or run.mode = 'cutover' and run.finished_at is not null and not exists (
  select from crm_migration.entities as part where part.run_id = run.run_id and part.state <> 'reconciled')) and not exists (
  select from crm_migration.entities as entity join crm_migration.entity_sources as source using (entity_id)
  where entity.run_id = run.run_id and source.by_column);
