select exists (select from crm_migration.link_sets where base_run = @runId);
