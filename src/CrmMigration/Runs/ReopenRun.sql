update crm_migration.runs set state = 'running', request = null, failure = null, finished_at = null where run_id = @runId;
