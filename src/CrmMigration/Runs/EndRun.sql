update crm_migration.runs set state = @state, failure = @failure, finished_at = clock_timestamp() where run_id = @runId;
