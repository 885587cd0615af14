select plan as Plan, state as State, failure as Failure, started_at as StartedAt, finished_at as FinishedAt from crm_migration.runs where run_id = @runId;
