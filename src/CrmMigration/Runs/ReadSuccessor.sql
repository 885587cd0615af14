select superseded_by from crm_migration.runs where run_id = @runId;
