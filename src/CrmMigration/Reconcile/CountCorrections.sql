select correction.rule as Rule, correction.field as Field, correction.outcome as Outcome, null::text as Reason, sum(sample.values)::bigint as Rows,
       (array_agg(sample.key order by correction.partition, sample.place))[1:5] as SampleKeys
from crm_migration.correction_sets as correction
cross join lateral (
  select word.key, word.place, case word.place when 1 then cardinality(correction.originals) else 0 end as values
  from unnest(coalesce(correction.key_numbers[1:5]::text[], correction.key_texts[1:5])) with ordinality as word (key, place)
) as sample
where correction.entity_id = @entityId
group by correction.rule, correction.field, correction.outcome
order by 5 desc, correction.rule, correction.field, correction.outcome;
