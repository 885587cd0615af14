select source.source as Source, source.source_table as SourceTable, source.rows_came as RowsCame, source.rows_went as RowsWent,
       read.rows as Read, fates.created as Created, fates.updated as Updated, fates.unchanged as Unchanged, fates.merged as Merged,
       fates.skipped as Skipped, fates.conflicts as Conflicts, fates.deleted as Deleted, rejects.rejected as Rejected
from crm_migration.entity_sources as source
cross join lateral (
  select coalesce(sum(read_rows), 0)::bigint as rows, coalesce(array_agg(partition), '{}') as partitions
  from crm_migration.partitions as cut where cut.entity_id = source.entity_id and cut.source = source.source
) as read
cross join lateral (
  select coalesce(sum(rows) filter (where fate = 'created'), 0)::bigint as created,
         coalesce(sum(rows) filter (where fate = 'updated'), 0)::bigint as updated,
         coalesce(sum(rows) filter (where fate = 'unchanged'), 0)::bigint as unchanged,
         coalesce(sum(rows) filter (where fate = 'merged'), 0)::bigint as merged,
         coalesce(sum(rows) filter (where fate = 'skipped'), 0)::bigint as skipped,
         coalesce(sum(rows) filter (where fate = 'conflict'), 0)::bigint as conflicts,
         coalesce(sum(rows) filter (where fate = 'deleted'), 0)::bigint as deleted
  from crm_migration.ledger as entry where entry.entity_id = source.entity_id and entry.partition = any (read.partitions)
) as fates
cross join lateral (
  select count(*) as rejected
  from crm_migration.rejected_rows as reject where reject.entity_id = source.entity_id and reject.partition = any (read.partitions)
) as rejects
where source.entity_id = @entityId
order by source.position;
