select kind as Kind, why as Why, count(*) as Rows, count(*) filter (where state = 'repaired') as Repaired,
       (array_agg(case when @named then source || ':' || source_key else source_key end order by length(source_key), source_key) filter (where state <> 'repaired'))[1:10] as SampleKeys,
       array(select distinct one from crm_migration.verified_differences as other cross join lateral unnest(other.columns) as one
             where other.entity_id = @entityId and other.kind = difference.kind and other.why = difference.why order by 1) as Columns
from crm_migration.verified_differences as difference
where entity_id = @entityId
group by kind, why
order by kind, why;
