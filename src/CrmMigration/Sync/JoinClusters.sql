update pg_temp.crm_migration_changes as changed set cluster = joined.cluster
from unnest(@sets, @keys, @clusters) as joined (set_id, source_key, cluster)
where changed.set_id = joined.set_id and changed.source_key = joined.source_key;
