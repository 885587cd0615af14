select rehearsed as Rehearsed, drift as Drift from crm_migration.runs where run_id = @runId and rehearsed is not null;
