select entity.entity as Entity, entity.source as Source, reject.source_key as SourceKey, reject.rule as Rule, reject.field as Field,
       reject.reason as Reason, reject.sqlstate as SqlState
from crm_migration.rejected_rows as reject
join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId
order by entity.position, length(reject.source_key), reject.source_key;
