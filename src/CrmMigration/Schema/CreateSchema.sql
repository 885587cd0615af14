create schema if not exists crm_migration;
