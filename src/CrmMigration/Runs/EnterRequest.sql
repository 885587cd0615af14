update crm_migration.runs set request = @request where run_id = @runId and state = 'running';
