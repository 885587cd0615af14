select entity, replay_batches from crm_migration.entities where run_id = @runId and replay_fence = @fence order by position;
