select entry.fate as Fate, sum(cardinality(coalesce(entry.key_numbers, '{}')) + cardinality(coalesce(entry.key_texts, '{}')))::bigint as Rows
from crm_migration.ledger as entry
join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId and entity.entity = @entity
group by entry.fate
union all
select 'rejected', count(*)
from crm_migration.rejected_rows as reject
join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId and entity.entity = @entity
having count(*) > 0;
