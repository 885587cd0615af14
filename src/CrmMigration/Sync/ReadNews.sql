select distinct source.source || ': ' || news.sentence || '.'
from crm_migration.entity_sources as source
join crm_migration.entities as entity using (entity_id)
cross join lateral jsonb_array_elements_text(source.news) as news (sentence)
where entity.run_id = @runId
order by 1;
