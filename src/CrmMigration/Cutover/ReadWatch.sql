select entity as Entity, source as Source, rows as Rows, stamp as Stamp, seen_at as SeenAt from crm_migration.cutover_watch where run_id = @runId;
