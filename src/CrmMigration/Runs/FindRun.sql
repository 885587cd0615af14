select run_id as RunId, plan as Plan, plan_json as PlanJson, partition_rows as PartitionRows, state as State from crm_migration.runs where run_id = @runId;
