-- A newer full run has been over all rows: what was known before it is made anew from its books.
with this as (
  select plan from crm_migration.runs where run_id = @runId
), base as (
  select run.run_id from crm_migration.runs as run join this using (plan)
  where run.mode = 'full' and run.state = 'reconciled' and run.superseded_by is null
  order by run.started_at desc limit 1
)
delete from crm_migration.link_sets as links using this, base
where links.plan = this.plan and links.base_run <> base.run_id
returning links.set_id as SetId, links.entity as Entity, links.source as Source, links.base_run as BaseRun;
