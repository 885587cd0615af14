-- Passes that were begun after the run and wrote nothing have no say any more, in horizons and links: where they began is not there any more.
-- Nor has the run itself, in horizons; its links are those of rows that were kept.
create temporary table crm_migration_later on commit drop as
select later.run_id, later.run_id = @runId as is_this
from crm_migration.runs as run
join crm_migration.runs as later on later.plan = run.plan
where run.run_id = @runId and (later.run_id = run.run_id or (later.is_pass and later.started_at > run.started_at));
update crm_migration.entity_sources as source set earlier_set = null
from pg_temp.crm_migration_later as later join crm_migration.entities as entity using (run_id)
where source.entity_id = entity.entity_id and source.earlier_set is not null;
delete from crm_migration.earlier_links as earlier
using pg_temp.crm_migration_later as later join crm_migration.entities as entity using (run_id)
where earlier.entity_id = entity.entity_id and not later.is_this;
update crm_migration.runs as run
set state = 'cancelled', request = null, failure = 'Given up: run ' || @runId || ', which was begun before it, was withdrawn.', finished_at = coalesce(run.finished_at, clock_timestamp())
from pg_temp.crm_migration_later as later
where run.run_id = later.run_id and not later.is_this and run.state in ('running', 'paused', 'stopped', 'failed');
delete from crm_migration.changed_rows as changed
using pg_temp.crm_migration_later as later join crm_migration.entities as entity using (run_id)
where changed.entity_id = entity.entity_id;
