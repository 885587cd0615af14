select ledger.rule as Rule, null::text as Field, 'Left out by this rule of the plan.' as Reason, sum(sample.rows)::bigint as Rows,
       (array_agg(case when @named then cut.source || ':' || sample.key else sample.key end order by ledger.partition, sample.place))[1:5] as SampleKeys
from crm_migration.ledger
join crm_migration.partitions as cut using (entity_id, partition)
cross join lateral (
  select word.key, word.place, case word.place when 1 then ledger.rows else 0 end as rows
  from unnest(coalesce(ledger.key_numbers[1:5]::text[], ledger.key_texts[1:5])) with ordinality as word (key, place)
) as sample
where ledger.entity_id = @entityId and ledger.fate = 'skipped'
group by ledger.rule
order by 4 desc, ledger.rule;
