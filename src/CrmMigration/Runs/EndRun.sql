update crm_migration.runs set state = @state, request = null, failure = @failure, finished_at = clock_timestamp() where run_id = @runId;
