select clock_timestamp() - max(started_at) from crm_migration.runs where plan = @plan and mode in ('full', 'incremental') and state = 'reconciled';
