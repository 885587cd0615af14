select links.set_id as SetId, links.entity as Entity, links.source as Source, source.position::int as Position, links.base_run as BaseRun, links.adopted as Adopted,
       links.horizon as Horizon, links.origin as Origin, links.looked_at as LookedAt,
       links.changed_column as ChangedColumn, links.changed_since as ChangedSince, links.passes_by_column as PassesByColumn, links.log_position as LogPosition, links.log_is_read as LogIsRead, links.log_shape as LogShape
from crm_migration.link_sets as links
join crm_migration.runs as run on run.plan = links.plan and run.run_id = @runId
join crm_migration.entities as entity on entity.run_id = run.run_id and entity.entity = links.entity
join crm_migration.entity_sources as source on source.entity_id = entity.entity_id and source.source = links.source
where links.entity = @entity
order by source.position;
