select forgotten_at from crm_migration.runs where run_id = @runId;
