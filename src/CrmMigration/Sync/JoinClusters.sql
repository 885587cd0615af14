update crm_migration.changed_rows as changed set cluster = joined.cluster
from unnest(@sets, @keys, @clusters) as joined (set_id, source_key, cluster)
where changed.entity_id = @entityId and changed.set_id = joined.set_id and changed.source_key = joined.source_key;
