update crm_migration.entities
set state = 'matched', clusters = @clusters, largest_cluster = @largest,
    frequent_keys = (select coalesce(sum(edge.frequent_keys), 0) from crm_migration.match_edges as edge where edge.entity_id = @entityId)
where entity_id = @entityId;
