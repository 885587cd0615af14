select entity, source, min(lowest) from crm_migration.assigned_keys where run_id is null group by entity, source;
