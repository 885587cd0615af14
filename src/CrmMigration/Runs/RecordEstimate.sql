update crm_migration.entities set estimated_rows = @rows where run_id = @runId and entity = @entity;
