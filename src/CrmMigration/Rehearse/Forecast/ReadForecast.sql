select cut.source_rows as SourceRows, cut.loaded_rows as LoadedRows, entity.loads_first as LoadsFirst, entity.match_buckets as MatchBuckets,
       run.sample_percent is not null as IsSample, run.partition_rows as PartitionRows, rehearsed.table_bytes as TableBytes, rehearsed.not_rehearsed as NotRehearsed,
       (rehearsed.copied_rows + cut.copied_rows)::bigint as CopiedRows, merges.rows as MergedRows,
       sources.rows as RowsOfSources, sources.estimates as EstimatesOfSources
from crm_migration.rehearsed_entities as rehearsed
join crm_migration.entities as entity using (entity_id)
join crm_migration.runs as run using (run_id)
cross join lateral (
  select coalesce(sum(case when part.sampled then part.read_rows else part.expected_rows end), 0)::bigint as source_rows,
         coalesce(sum(part.read_rows) filter (where part.sampled), 0)::bigint as loaded_rows, coalesce(sum(part.copied_rows), 0) as copied_rows
  from crm_migration.partitions as part where part.entity_id = entity.entity_id
) as cut
cross join lateral (
  select array_agg(of_one.rows order by source.position) as rows, array_agg(coalesce(source.estimated_rows, 0) order by source.position) as estimates
  from crm_migration.entity_sources as source
  cross join lateral (
    select coalesce(sum(case when part.sampled then part.read_rows else part.expected_rows end), 0)::bigint as rows
    from crm_migration.partitions as part where part.entity_id = source.entity_id and part.source = source.source
  ) as of_one
  where source.entity_id = entity.entity_id
) as sources
cross join lateral (
  -- Who gives way was found out among all rows.
  select coalesce(sum(cardinality(coalesce(plan.member_numbers, '{}')) + cardinality(coalesce(plan.member_texts, '{}'))), 0)::bigint as rows
  from crm_migration.merge_plans as plan where plan.entity_id = entity.entity_id and plan.role = 'member'
) as merges
where entity.entity_id = @entityId;
