select coalesce(sum(octet_length(edges)), 0)::bigint / @bytes from crm_migration.match_edges where entity_id = @entityId;
