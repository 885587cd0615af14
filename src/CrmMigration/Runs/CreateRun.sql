insert into crm_migration.runs (run_id, plan, plan_json, mode, partition_rows, idempotency_key)
values (@runId, @plan, @planJson, @mode, @partitionRows, @idempotencyKey);
