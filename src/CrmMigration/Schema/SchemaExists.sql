select to_regnamespace('crm_migration') is not null;
