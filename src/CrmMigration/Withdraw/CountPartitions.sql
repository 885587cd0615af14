select partitions from crm_migration.entities where run_id = @runId and entity = @entity;
