insert into crm_migration.runs (run_id, plan, plan_json, partition_rows, idempotency_key) values (@runId, @plan, @json, @partitionRows, @idempotencyKey);
