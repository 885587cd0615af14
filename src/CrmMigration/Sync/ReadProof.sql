select coalesce(contents_found, 0), coalesce(contents_agree, true), contents_differ_in from crm_migration.entities where entity_id = @entityId;
