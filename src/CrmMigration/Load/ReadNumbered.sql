-- What the target's sequence has to be beyond before it gives numbers to rows of an entity.
select greatest(
  (select max(highest) from crm_migration.assigned_keys where entity = @entity and (run_id is null or run_id = @runId)),
  (select min(lowest_key) - 1 from crm_migration.entity_sources where entity_id = @entityId and source = any(@sources)));
