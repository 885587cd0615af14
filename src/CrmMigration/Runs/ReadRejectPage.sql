select reject.entity_id as EntityId, reject.partition as Partition, entity.position as Position, source.position::int as SourcePosition, entity.entity as Entity, source.source as Source, reject.source_key as SourceKey,
       reject.rule as Rule, reject.field as Field, reject.reason as Reason, reject.sqlstate as SqlState, reject.resolution as Resolution,
       case when kept.shown then reject.fix::text end as Fix,
       case when kept.shown then reject.suggestion end as Suggestion, case when kept.shown then reject.payload::text end as Payload, case when kept.shown then reject.sealed end as Sealed
from crm_migration.rejected_rows as reject
join crm_migration.entities as entity using (entity_id)
join crm_migration.partitions as cut using (entity_id, partition)
join crm_migration.entity_sources as source using (entity_id, source)
cross join lateral (select @withValues and coalesce(reject.expires_at > now(), true) as shown) as kept
where entity.run_id = @runId
  and (@entity::text is null or entity.entity = @entity) and (@rule::text is null or reject.rule = @rule)
  and (@key::text is null or @key in (reject.source_key, source.source || ':' || reject.source_key))
  and (@position::int is null or (entity.position, source.position, length(reject.source_key), reject.source_key) > (@position, @sourcePosition, length(@sourceKey), @sourceKey))
order by entity.position, source.position, length(reject.source_key), reject.source_key
limit @rows;
