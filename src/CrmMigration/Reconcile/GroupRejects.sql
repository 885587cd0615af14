select entity.entity as Entity, reject.rule as Rule, reject.field as Field, min(reject.reason) as Reason, count(*) as Rows,
       count(reject.suggestion) filter (where coalesce(reject.expires_at > now(), true)) as Suggested,
       count(*) filter (where reject.resolution = 'fixed') as Fixed, count(*) filter (where reject.resolution = 'skip') as ToSkip,
       (array_agg(case when several.sources > 1 then cut.source || ':' || reject.source_key else reject.source_key end
         order by cut.source, length(reject.source_key), reject.source_key))[1:5] as SampleKeys
from crm_migration.rejected_rows as reject
join crm_migration.entities as entity using (entity_id)
join crm_migration.partitions as cut using (entity_id, partition)
cross join lateral (select count(*) as sources from crm_migration.entity_sources as source where source.entity_id = entity.entity_id) as several
where entity.run_id = @runId and (@entity::text is null or entity.entity = @entity) and (@rule::text is null or reject.rule = @rule)
  and (@key::text is null or @key in (reject.source_key, cut.source || ':' || reject.source_key))
group by entity.position, entity.entity, reject.rule, reject.field
order by entity.position, count(*) desc, reject.rule, reject.field;
