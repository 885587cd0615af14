select run_id as RunId, holder as Holder, acquired_at as AcquiredAt, expires_at as ExpiresAt from crm_migration.leases where plan = @plan;
