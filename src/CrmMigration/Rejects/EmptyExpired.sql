update crm_migration.rejected_rows set suggestion = null, payload = null, sealed = null, expires_at = null where expires_at <= now();
