select entity.load_table
from crm_migration.entities as entity
join crm_migration.runs as run using (run_id)
where (run.plan = @plan or run.run_id = @runId) and entity.load_table is not null
  and (run.mode = 'rehearsal' or not @rehearsals and entity.state in ('planned', 'partitioned', 'matched', 'published'));
