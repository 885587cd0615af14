select phase as Phase, started_at as StartedAt, coalesce(finished_at, clock_timestamp()) as FinishedAt
from crm_migration.phases where entity_id = @entityId order by started_at;
