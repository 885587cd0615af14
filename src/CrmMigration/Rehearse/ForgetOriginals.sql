-- What was read of persons: nothing was corrected or rejected, so there is nothing to mend.
update crm_migration.correction_sets set originals = array_fill(''::text, array[cardinality(originals)]) where entity_id = @EntityId;
update crm_migration.rejected_rows set suggestion = null, payload = null, sealed = null, expires_at = null where entity_id = @EntityId;
