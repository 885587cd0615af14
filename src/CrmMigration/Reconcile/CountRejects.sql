select rule as Rule, field as Field, min(reason) as Reason, count(*) as Rows,
       (array_agg(case when @named then source || ':' || source_key else source_key end order by source, length(source_key), source_key))[1:5] as SampleKeys,
       count(suggestion) filter (where coalesce(expires_at > now(), true)) as Suggested
from crm_migration.rejected_rows
join crm_migration.partitions using (entity_id, partition)
where entity_id = @entityId and (@source::text is null or source = @source)
group by rule, field order by count(*) desc, rule, field;
