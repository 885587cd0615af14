select exists (select from crm_migration.replays where run_id = @runId and idempotency_key = @idempotencyKey);
