update crm_migration.runs
set state = 'running', request = null, failure = null, finished_at = null, report_address = null, report_failure = null
where run_id = @runId;
