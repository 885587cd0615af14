select kept.partition as Partition, kept.target_key as Key
from crm_migration.kept_rows as kept
join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId and entity.entity = @entity and kept.may_pass
order by kept.partition, kept.target_key;
