select request from crm_migration.runs where run_id = @runId;
