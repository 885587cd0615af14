select run_id from crm_migration.runs where plan = @plan and idempotency_key = @idempotencyKey;
