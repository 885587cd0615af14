select role, member_numbers, member_texts, survivor_numbers, survivor_texts
from crm_migration.merge_plans where entity_id = @entityId and partition = @partition;
