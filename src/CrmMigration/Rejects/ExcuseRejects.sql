update crm_migration.entities as entity
set excused_rows = (select coalesce(sum(part.read_rows), 0) from crm_migration.partitions as part where part.entity_id = entity.entity_id),
    excused_rejects = (select count(*) from crm_migration.rejected_rows as reject where reject.entity_id = entity.entity_id)
where entity.run_id = @runId;
