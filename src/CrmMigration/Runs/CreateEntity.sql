with created as (
  insert into crm_migration.entities (run_id, entity, position, target_table, created_target)
  values (@runId, @entity, @position, @targetTable, @createdTarget)
  returning entity_id
)
insert into crm_migration.entity_sources (entity_id, position, source, source_table, seen_columns, news)
select entity_id, place - 1, source, source_table, seen::jsonb, news::jsonb
from created cross join unnest(@sources, @sourceTables, @seen, @news) with ordinality as one (source, source_table, seen, news, place);
