-- A horizon that is ahead already stays, unless it is of another cluster. Done twice, it finds its work done.
with before as (
  update crm_migration.entity_sources as source
  set earlier_set = to_jsonb(sets)
  from crm_migration.entities as entity
  join crm_migration.runs as run using (run_id)
  join crm_migration.link_sets as sets on sets.plan = run.plan and sets.entity = entity.entity
  where entity.run_id = @runId and (run.state = 'reconciled' or run.mode = 'cutover') and source.entity_id = entity.entity_id and source.source = sets.source
    and sets.last_run <> @runId
)
update crm_migration.link_sets as sets
set horizon = case when sets.origin is distinct from source.origin or source.compared_all is not null then source.horizon else greatest(sets.horizon, source.horizon) end,
    origin = source.origin, last_run = entity.run_id, seen_columns = source.seen_columns, looked_at = case when source.by_column then sets.looked_at else source.looked_at end, changed_column = source.changed_column, changed_since = source.changed_since,
    log_position = source.log_position, log_is_read = source.log_is_read, log_shape = source.log_shape,
    passes_by_column = case when source.by_column or source.by_log then sets.passes_by_column + 1 else 0 end
from crm_migration.entities as entity
join crm_migration.entity_sources as source using (entity_id)
join crm_migration.runs as run using (run_id)
where entity.run_id = @runId and (run.state = 'reconciled' or run.mode = 'cutover') and sets.plan = run.plan and sets.entity = entity.entity and sets.source = source.source
  and sets.last_run <> @runId;
