select coalesce(sum(cut.rows - entity.excused_rows), 0)::bigint as Read, coalesce(sum(rejects.rows - entity.excused_rejects), 0)::bigint as Rejected
from crm_migration.entities as entity
cross join lateral (
  select coalesce(sum(part.read_rows), 0) as rows from crm_migration.partitions as part where part.entity_id = entity.entity_id
) as cut
cross join lateral (
  select count(*) as rows from crm_migration.rejected_rows as reject where reject.entity_id = entity.entity_id
) as rejects
where entity.run_id = @runId and entity.entity = any(@entities);
