select step.step as Step, step.began_at as BeganAt, step.seconds as Seconds, 0::bigint as Rows, 0::float8 as CopySeconds
from crm_migration.rehearsed_steps as step
join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId;
