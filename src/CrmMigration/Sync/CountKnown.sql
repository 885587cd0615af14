-- Rows that were in the sources at the last pass.
select coalesce(sum(counts.rows), 0)::bigint from crm_migration.link_counts as counts
where counts.set_id in (
  select sets.set_id from crm_migration.link_sets as sets
  join crm_migration.entities as entity on entity.entity_id = @entityId and entity.entity = sets.entity
  join crm_migration.runs as run on run.run_id = @runId and run.plan = sets.plan);
