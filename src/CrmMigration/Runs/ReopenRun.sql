update crm_migration.runs set state = 'running', failure = null, finished_at = null where run_id = @runId;
