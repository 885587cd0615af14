insert into crm_migration.entities (run_id, entity, position, source, source_table, target_table, created_target)
values (@runId, @entity, @position, @source, @sourceTable, @targetTable, @createdTarget);
