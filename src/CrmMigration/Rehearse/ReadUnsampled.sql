-- Rows that a sample leaves out, as the ledger would name them; those that give way stand in the merge plan of all rows.
select fate, key_numbers, key_texts, target_numbers, target_texts
from crm_migration.unsampled_rows
join crm_migration.partitions as cut using (entity_id, partition)
where entity_id = @entityId and cut.source = @source and (key_numbers is not null or key_texts is not null)
union all
select 'merged', plan.member_numbers, plan.member_texts,
       coalesce(plan.survivor_target_numbers, plan.survivor_numbers), coalesce(plan.survivor_target_texts, plan.survivor_texts)
from crm_migration.merge_plans as plan
join crm_migration.partitions as cut using (entity_id, partition)
where plan.entity_id = @entityId and plan.role = 'member' and not cut.sampled and cut.source = @source;
