select rule as Rule, field as Field, min(reason) as Reason, count(*) as Rows, (array_agg(source_key order by length(source_key), source_key))[1:5] as SampleKeys,
       count(suggestion) filter (where coalesce(expires_at > now(), true)) as Suggested
from crm_migration.rejected_rows where entity_id = @entityId
group by rule, field order by count(*) desc, rule, field;
