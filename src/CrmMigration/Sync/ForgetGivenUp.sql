-- Nobody carries such a pass on.
delete from crm_migration.changed_rows
where entity_id in (
  select entity.entity_id from crm_migration.entities as entity join crm_migration.runs as run using (run_id)
  where run.is_pass and run.plan = @plan and (run.superseded_by is not null or run.state = 'cancelled'));
