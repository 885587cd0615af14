update crm_migration.leases set expires_at = now() + interval '60 seconds' where plan = @plan and fence = @fence;
