analyze crm_migration.links;
