-- Never renewed again: another process that has the run joined may have a beat due.
update crm_migration.leases set expires_at = '-infinity' where plan = @plan and fence = @fence;
