insert into crm_migration.runs (run_id, plan, plan_json, partition_rows) values (@runId, @plan, @json, @partitionRows);
