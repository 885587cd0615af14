select rule as Rule, field as Field, null::text as Reason,
       sum(cardinality(originals))::bigint as Rows,
       (array_agg(coalesce(key_numbers[1]::text, key_texts[1]) order by partition))[1:5] as SampleKeys
from crm_migration.correction_sets where entity_id = @entityId
group by rule, field order by 4 desc, rule, field;
