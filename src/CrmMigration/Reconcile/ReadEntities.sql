select entity.entity_id as EntityId, entity.entity as Entity, entity.target_table as TargetTable,
       coalesce(entity.loaded_partitions, 0) as Partitions, coalesce(entity.loaded_partitions < entity.partitions, false) as IsSample, cut.unbalanced as Unbalanced, cut.read_rows as Read,
       fates.created as Created, fates.updated as Updated, fates.unchanged as Unchanged, fates.merged as Merged, fates.skipped as Skipped, fates.conflicts as Conflicts, fates.deleted as Deleted,
       cut.rejected as Rejected, cut.sent_rows as Sent, cut.filled_values as Filled,
       entity.clusters as Clusters, entity.largest_cluster as LargestCluster, entity.frequent_keys as FrequentKeys,
       coalesce(entity.contents_found, 0) as ContentsFound, entity.contents_agree as ContentsAgree,
       entity.contents_differ_in as DiffersIn,
       entity.findings as Findings
from crm_migration.entities as entity
cross join lateral (
  select coalesce(sum(part.read_rows), 0)::bigint as read_rows, coalesce(sum(part.sent_rows), 0)::bigint as sent_rows,
         coalesce(sum(part.filled_values), 0)::bigint as filled_values, coalesce(sum(books.rejected), 0)::bigint as rejected,
         (count(*) filter (where part.state = 'published' and part.read_rows <> books.kept + books.rejected))::int as unbalanced
  from crm_migration.partitions as part
  cross join lateral (
    select (select coalesce(sum(entry.rows), 0)
            from crm_migration.ledger as entry where entry.entity_id = part.entity_id and entry.partition = part.partition) as kept,
           (select count(*) from crm_migration.rejected_rows as reject
            where reject.entity_id = part.entity_id and reject.partition = part.partition) as rejected
  ) as books
  where part.entity_id = entity.entity_id and part.sampled
) as cut
cross join lateral (
  select coalesce(sum(rows) filter (where fate = 'created'), 0)::bigint as created,
         coalesce(sum(rows) filter (where fate = 'updated'), 0)::bigint as updated,
         coalesce(sum(rows) filter (where fate = 'unchanged'), 0)::bigint as unchanged,
         coalesce(sum(rows) filter (where fate = 'merged'), 0)::bigint as merged,
         coalesce(sum(rows) filter (where fate = 'skipped'), 0)::bigint as skipped,
         coalesce(sum(rows) filter (where fate = 'conflict'), 0)::bigint as conflicts,
         coalesce(sum(rows) filter (where fate = 'deleted'), 0)::bigint as deleted
  from crm_migration.ledger as entry where entry.entity_id = entity.entity_id
) as fates
where entity.run_id = @runId
order by entity.position;
