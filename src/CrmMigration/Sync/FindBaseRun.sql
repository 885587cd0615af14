select run_id as RunId, state as State from crm_migration.runs
where plan = @plan and mode = 'full' and superseded_by is null and state <> 'cancelled'
order by started_at desc limit 1;
