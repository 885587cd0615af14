select distinct source.source || ': ' || source.log_remark
from crm_migration.entity_sources as source
join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId and source.log_remark is not null
order by 1;
