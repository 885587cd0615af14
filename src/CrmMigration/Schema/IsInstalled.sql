select to_regclass('crm_migration.schema_versions') is not null;
