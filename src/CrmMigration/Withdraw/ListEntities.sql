select entity from crm_migration.entities where run_id = @runId and revealed and partitions > 0 order by position;
