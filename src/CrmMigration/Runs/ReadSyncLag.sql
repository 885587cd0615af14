select clock_timestamp() - max(started_at) from crm_migration.runs where plan = @plan and mode = 'full' and state = 'reconciled';
