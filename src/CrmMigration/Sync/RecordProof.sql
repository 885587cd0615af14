-- Before the contents are compared: what is written later was not written by this run.
update crm_migration.entities set proven_before = pg_snapshot_xmin(pg_current_snapshot())::text::bigint where entity_id = @entityId;
