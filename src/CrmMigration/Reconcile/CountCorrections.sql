select correction.rule as Rule, correction.field as Field, correction.outcome as Outcome, null::text as Reason, sum(sample.values)::bigint as Rows,
       (array_agg(case when @named then cut.source || ':' || sample.key else sample.key end order by correction.partition, sample.place))[1:5] as SampleKeys
from crm_migration.correction_sets as correction
join crm_migration.partitions as cut using (entity_id, partition)
cross join lateral (
  select word.key, word.place, case word.place when 1 then cardinality(correction.originals) else 0 end as values
  from unnest(coalesce(correction.key_numbers[1:5]::text[], correction.key_texts[1:5])) with ordinality as word (key, place)
) as sample
where correction.entity_id = @entityId and (@source::text is null or cut.source = @source)
group by correction.rule, correction.field, correction.outcome
order by 5 desc, correction.rule, correction.field, correction.outcome;
