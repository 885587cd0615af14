-- Whoever waited for them has been tried.
update crm_migration.links set arrived = false
where arrived and set_id in (
  select sets.set_id from crm_migration.link_sets as sets join crm_migration.runs as run using (plan) where run.run_id = @runId and (run.state = 'reconciled' or run.mode = 'cutover'));
