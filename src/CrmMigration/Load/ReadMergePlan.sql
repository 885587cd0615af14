select role, source, member_numbers, member_texts, survivor_numbers, survivor_texts, survivor_target_numbers, survivor_target_texts
from crm_migration.merge_plans where entity_id = @entityId and partition = @partition
order by role, source;
