-- A rehearsal gives up earlier rehearsals only, a sync earlier syncs, and a verification earlier ones that bring nothing over.
update crm_migration.runs
set superseded_by = @runId, state = 'failed', failure = 'Given up: run ' || @runId || ' of the same plan was started after it.'
where plan = @plan and run_id <> @runId and state in ('running', 'paused', 'stopped', 'failed') and superseded_by is null
  and (@mode = 'full' or @isPass and is_pass or mode = @mode and is_pass = @isPass);
