update crm_migration.runs as run set state = @state, failure = @failure, finished_at = clock_timestamp()
where run.run_id = @runId
  and exists (select from crm_migration.leases as lease where lease.plan = run.plan and lease.run_id = run.run_id and lease.fence = @fence);
