select key_numbers, key_texts, target_numbers from crm_migration.assigned_keys
where entity = @entity and source = @source and (run_id is null or run_id = @runId);
