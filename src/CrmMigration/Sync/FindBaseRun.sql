-- A run that was withdrawn before any of its entities was complete has taken nothing from what the run before it knows.
select run_id as RunId, state as State from crm_migration.runs as run
where plan = @plan and mode = 'full' and superseded_by is null and state <> 'cancelled'
  and (state <> 'withdrawn' or exists (
    select from crm_migration.entities as entity where entity.run_id = run.run_id and entity.state in ('completed', 'reconciled', 'not-reconciled')))
order by started_at desc limit 1;
