update crm_migration.links set pending = true
from unnest(@sets, @keys) as waiting (set_id, source_key)
where links.set_id = waiting.set_id and links.source_key = waiting.source_key;
