update crm_migration.leases set expires_at = now() + make_interval(secs => @seconds) where plan = @plan and fence = @fence and expires_at > '-infinity';
