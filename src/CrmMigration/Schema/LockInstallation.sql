select pg_advisory_xact_lock(hashtextextended('crm_migration:schema', 0));
