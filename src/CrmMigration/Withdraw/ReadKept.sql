select entity.entity as Entity, entity.target_table as Table, kept.target_key as Key, kept.kind as Kind, kept.reason as Reason
from crm_migration.kept_rows as kept
join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId
order by entity.position, length(kept.target_key), kept.target_key
limit @rows;
