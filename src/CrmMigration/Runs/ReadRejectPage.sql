select entity.entity as Entity, entity.source as Source, reject.source_key as SourceKey, reject.rule as Rule, reject.field as Field,
       reject.reason as Reason, reject.sqlstate as SqlState, entity.position as Position
from crm_migration.rejected_rows as reject
join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId
  and (@position::int is null or (entity.position, length(reject.source_key), reject.source_key) > (@position, length(@sourceKey), @sourceKey))
order by entity.position, length(reject.source_key), reject.source_key
limit @rows;
