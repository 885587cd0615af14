update crm_migration.rejected_rows
set suggestion = null, payload = null, sealed = null, fix = null, resolution = case resolution when 'fixed' then 'open' else resolution end, expires_at = null
where expires_at <= now();
