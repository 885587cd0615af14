select extract(epoch from source.lag)::float8 as Seconds, source.lag_is_exact as IsExact
from crm_migration.runs as run
join crm_migration.entities as entity using (run_id)
join crm_migration.entity_sources as source using (entity_id)
where run.run_id = @runId and run.mode in ('incremental', 'cutover') and not exists (
  select from crm_migration.entities as other join crm_migration.entity_sources as unknown using (entity_id)
  where other.run_id = run.run_id and unknown.lag is null)
order by source.lag desc, source.lag_is_exact
limit 1;
