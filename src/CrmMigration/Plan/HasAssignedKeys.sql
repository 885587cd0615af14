select coalesce(has_table_privilege(to_regclass('crm_migration.assigned_keys'), 'select'), false);
