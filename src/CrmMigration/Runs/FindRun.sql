select run_id as RunId, plan as Plan, plan_json as PlanJson, partition_rows as PartitionRows, state as State, superseded_by as SupersededBy from crm_migration.runs where run_id = @runId;
