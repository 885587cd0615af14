insert into crm_migration.schema_versions (version, name) values (@version, @name);
