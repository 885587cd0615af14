select name as Name, outcome as Outcome, finding as Finding, advice as Advice from crm_migration.cutover_checks where run_id = @runId order by position;
