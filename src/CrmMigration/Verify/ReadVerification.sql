select target.rows as TargetRows, target.own as OwnRows, target.unknown as Unknown, run.deep as Deep
from crm_migration.verified_targets as target
join crm_migration.entities as entity using (entity_id)
join crm_migration.runs as run using (run_id)
where target.entity_id = @entityId;
