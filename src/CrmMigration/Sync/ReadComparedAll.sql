select distinct source.source || ': ' || source.compared_all
from crm_migration.entity_sources as source
join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId and source.compared_all is not null
order by 1;
