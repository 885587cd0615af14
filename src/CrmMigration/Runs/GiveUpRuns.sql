-- A rehearsal gives up earlier rehearsals only, and a sync earlier syncs.
update crm_migration.runs
set superseded_by = @runId, state = 'failed', failure = 'Given up: run ' || @runId || ' of the same plan was started after it.'
where plan = @plan and run_id <> @runId and state in ('running', 'paused', 'stopped', 'failed') and superseded_by is null
  and (@mode = 'full' or mode = @mode);
