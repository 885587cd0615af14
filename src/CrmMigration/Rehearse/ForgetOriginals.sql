update crm_migration.correction_sets set originals = array_fill(''::text, array[cardinality(originals)]) where entity_id = @EntityId;
