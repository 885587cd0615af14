analyze crm_migration.changed_rows;
