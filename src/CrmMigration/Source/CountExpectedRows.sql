select coalesce(sum(expected_rows) filter (where sampled), 0)::bigint, coalesce(sum(expected_rows) filter (where not sampled), 0)::bigint
from crm_migration.partitions where entity_id = @entityId;
