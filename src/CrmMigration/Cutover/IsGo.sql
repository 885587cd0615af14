select coalesce(bool_and(outcome <> 'no'), false) from crm_migration.cutover_checks where run_id = @runId;
