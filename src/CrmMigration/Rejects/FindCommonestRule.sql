select reject.rule
from crm_migration.rejected_rows as reject
join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId and entity.entity = any(@entities)
group by reject.rule order by count(*) desc, reject.rule limit 1;
