select (count(distinct batch) filter (where not ends))::int as Changes, (count(distinct batch) filter (where ends))::int as Deletes
from crm_migration.changed_rows where entity_id = @entityId;
