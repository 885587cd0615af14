select pg_try_advisory_lock(hashtextextended('crm_migration:' || @plan, 0));
