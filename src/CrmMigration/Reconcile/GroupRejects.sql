select entity.entity as Entity, reject.rule as Rule, reject.field as Field, min(reject.reason) as Reason, count(*) as Rows,
       count(reject.suggestion) filter (where coalesce(reject.expires_at > now(), true)) as Suggested,
       count(*) filter (where reject.resolution = 'fixed') as Fixed, count(*) filter (where reject.resolution = 'skip') as ToSkip,
       (array_agg(reject.source_key order by length(reject.source_key), reject.source_key))[1:5] as SampleKeys
from crm_migration.rejected_rows as reject
join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId and (@entity::text is null or entity.entity = @entity) and (@rule::text is null or reject.rule = @rule) and (@key::text is null or reject.source_key = @key)
group by entity.position, entity.entity, reject.rule, reject.field
order by entity.position, count(*) desc, reject.rule, reject.field;
