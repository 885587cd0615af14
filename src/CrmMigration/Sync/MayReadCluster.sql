select has_function_privilege('pg_catalog.pg_control_system()', 'execute') and has_function_privilege('pg_catalog.pg_control_checkpoint()', 'execute');
