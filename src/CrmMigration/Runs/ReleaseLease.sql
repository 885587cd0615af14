update crm_migration.leases set expires_at = now() where plan = @plan and fence = @fence;
