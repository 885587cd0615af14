select run_id from crm_migration.runs where plan = @plan and state = 'withdrawing' limit 1;
