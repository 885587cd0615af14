-- As the newest pass saw them; before the first, as the full run did that it goes on from.
with base as (
  select run_id from crm_migration.runs
  where plan = @plan and mode = 'full' and state = 'reconciled' and superseded_by is null
  order by started_at desc limit 1
)
select entity.entity as Entity, source.source as Source, source.source_table as "Table", coalesce(sets.seen_columns, source.seen_columns)::text as Columns
from base
join crm_migration.entities as entity using (run_id)
join crm_migration.entity_sources as source using (entity_id)
left join crm_migration.link_sets as sets
  on sets.plan = @plan and sets.entity = entity.entity and sets.source = source.source and sets.base_run = base.run_id
where coalesce(sets.seen_columns, source.seen_columns) is not null;
