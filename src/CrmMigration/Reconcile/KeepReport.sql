update crm_migration.runs set report_address = @address, report_failure = @failure where run_id = @runId;
