-- Of rehearsals that are over, or given up.
delete from crm_migration.assigned_keys as assigned using crm_migration.runs as run
where run.run_id = assigned.run_id and (run.plan = @plan or run.run_id = @runId);
