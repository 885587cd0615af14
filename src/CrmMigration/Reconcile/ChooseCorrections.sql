-- The first values that each rule corrected, of the first partition where it did: to read all that were is not worth it. Originals of
-- columns that are hashed or masked are not kept, and are empty.
with first as (
  select distinct on (rule, field, outcome) partition, field, rule, outcome
  from crm_migration.correction_sets where entity_id = @EntityId
  order by rule, field, outcome, partition
)
select first.rule as Rule, first.field as Field, first.outcome as Outcome,
       case when @named then cut.source || ':' || word.key else word.key end as Key, word.original as Original,
       coalesce(placed.target, word.key) as Target
from first
join crm_migration.correction_sets as correction on correction.entity_id = @EntityId
  and (correction.partition, correction.field, correction.rule, correction.outcome) = (first.partition, first.field, first.rule, first.outcome)
join crm_migration.partitions as cut on cut.entity_id = @EntityId and cut.partition = first.partition
cross join lateral unnest(coalesce(correction.key_numbers[1:@values]::text[], correction.key_texts[1:@values]), correction.originals[1:@values])
  with ordinality as word (key, original, place)
left join lateral (
  -- Only where rows have other keys in the target.
  select pair.target
  from crm_migration.ledger as entry
  cross join lateral unnest(coalesce(entry.key_numbers::text[], entry.key_texts), coalesce(entry.target_numbers::text[], entry.target_texts)) as pair (key, target)
  where entry.entity_id = @EntityId and entry.partition = first.partition and entry.fate <> 'merged'
    and (entry.target_numbers is not null or entry.target_texts is not null) and pair.key = word.key
) as placed on true
where word.original <> ''
order by first.rule, first.field, first.outcome, word.place;
