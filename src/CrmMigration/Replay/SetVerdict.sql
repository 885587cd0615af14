update crm_migration.runs set state = @state, report_address = null, report_failure = null where run_id = @runId;
