insert into crm_migration.phases (entity_id, phase)
select entity_id, @phase from crm_migration.entities where run_id = @runId and entity = @entity
on conflict do nothing;
