update crm_migration.entities set horizon = @horizon where run_id = @runId and source = @source and horizon is null;
