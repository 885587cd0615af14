create schema crm_migration;
