select entity from crm_migration.entities where run_id = @runId and created_target order by position desc;
