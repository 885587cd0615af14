select source as Source, lowest_key as Low, coalesce(highest_key, 9223372036854775807) as High
from crm_migration.entity_sources where entity_id = @entityId and lowest_key is not null and source <> @source
order by position;
