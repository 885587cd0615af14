select (select count(*)::int from crm_migration.verified_ranges where entity_id = @entityId) as Ranges,
       coalesce((select max(batch) + 1 from crm_migration.verified_differences where entity_id = @entityId and state = @state), 0) as Batches;
