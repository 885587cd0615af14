select pg_total_relation_size(to_regclass(@LoadTable)) from crm_migration.rehearsed_entities where entity_id = @EntityId and table_bytes is null;
