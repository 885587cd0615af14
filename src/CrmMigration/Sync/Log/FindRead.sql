-- Up to here every entity of the source has read the log.
select min(log_position) from crm_migration.link_sets as sets
join crm_migration.runs as run on run.run_id = @runId and run.plan = sets.plan
where sets.source = @source;
