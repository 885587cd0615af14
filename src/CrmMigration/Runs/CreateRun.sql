insert into crm_migration.runs (run_id, plan, plan_json, mode, sample_percent, source_fingerprint, rehearsed, drift, partition_rows, idempotency_key, confirms_deletes, deep, repairs, accepts, drops_slots)
values (@runId, @plan, @planJson, @mode, @samplePercent, @fingerprint, @rehearsed, @drift, @partitionRows, @idempotencyKey, @confirmsDeletes, @deep, @repairs, @accepts, @dropsSlots);
