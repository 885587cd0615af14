insert into crm_migration.runs (run_id, plan, plan_json, mode, sample_percent, partition_rows, idempotency_key)
values (@runId, @plan, @planJson, @mode, @samplePercent, @partitionRows, @idempotencyKey);
