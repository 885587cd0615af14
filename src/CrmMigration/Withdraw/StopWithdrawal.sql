update crm_migration.withdrawals set state = @state, failure = @failure, finished_at = clock_timestamp()
where run_id = @runId and fence = @fence and state = 'running';
