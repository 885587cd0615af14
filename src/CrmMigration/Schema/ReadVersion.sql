select coalesce(max(version), 0) from crm_migration.schema_versions;
