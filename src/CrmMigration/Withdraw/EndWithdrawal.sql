update crm_migration.runs
set state = 'withdrawn', request = null, finished_at = coalesce(finished_at, clock_timestamp()), report_address = null, report_failure = null
where run_id = @runId;
update crm_migration.withdrawals set state = 'done', finished_at = clock_timestamp() where run_id = @runId and fence = @fence;
