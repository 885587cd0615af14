update crm_migration.runs set state = 'cancelled', request = null, finished_at = clock_timestamp()
where run_id = @runId and superseded_by is null and state in ('running', 'paused', 'stopped', 'failed');
