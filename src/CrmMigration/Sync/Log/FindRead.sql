-- Up to here all that was committed in the source has arrived, for every entity of this pass.
select min(sets.log_position) from crm_migration.link_sets as sets
join crm_migration.runs as run on run.run_id = @runId and run.plan = sets.plan
join crm_migration.entities as entity on entity.run_id = run.run_id and entity.entity = sets.entity
where sets.source = @source;
