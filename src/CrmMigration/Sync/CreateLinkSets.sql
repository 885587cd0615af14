-- A source that is new to the plan's books has no horizon there, and no links.
with base as (
  select run.run_id, run.plan from crm_migration.runs as run
  where run.plan = (select plan from crm_migration.runs where run_id = @runId) and run.mode = 'full' and run.state = 'reconciled' and run.superseded_by is null
  order by run.started_at desc limit 1
)
insert into crm_migration.link_sets (plan, entity, source, base_run, horizon, origin, last_run, seen_columns, looked_at)
select base.plan, entity.entity, source.source, base.run_id, source.horizon, source.origin, base.run_id, source.seen_columns, source.looked_at
from base
join crm_migration.entities as entity using (run_id)
join crm_migration.entity_sources as source using (entity_id)
on conflict (plan, entity, source) do nothing;
