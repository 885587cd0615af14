-- What a rehearsal read of persons: nothing was corrected or rejected, so nobody is to mend it.
update crm_migration.correction_sets set originals = array_fill(''::text, array[cardinality(originals)])
where entity_id in (
  select entity_id from crm_migration.entities join crm_migration.runs as run using (run_id) where run.mode = 'rehearsal' and (run.run_id = @runId or run.plan = @plan or entity_id = @entityId));
update crm_migration.rejected_rows set suggestion = null, payload = null, sealed = null, expires_at = null
where (suggestion is not null or payload is not null or sealed is not null) and entity_id in (
  select entity_id from crm_migration.entities join crm_migration.runs as run using (run_id) where run.mode = 'rehearsal' and (run.run_id = @runId or run.plan = @plan or entity_id = @entityId));
