insert into crm_migration.ledger (entity_id, partition, fate, key_numbers, key_texts, target_numbers, target_texts)
select entity_id, partition, 'merged', member_numbers, member_texts,
       coalesce(survivor_target_numbers, survivor_numbers), coalesce(survivor_target_texts, survivor_texts)
from crm_migration.merge_plans where entity_id = @entityId and partition = @partition and role = 'member'
on conflict do nothing;
