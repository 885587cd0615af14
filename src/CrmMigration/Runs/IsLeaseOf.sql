select exists (select from crm_migration.leases where plan = @plan and fence = @fence and expires_at > '-infinity');
