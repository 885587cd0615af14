select pg_try_advisory_xact_lock(hashtextextended('crm_migration:' || @plan, 0));
