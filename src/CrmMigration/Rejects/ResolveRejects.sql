update crm_migration.rejected_rows as reject set fix = case when @forgetsFix then null else reject.fix end, resolution = @resolution
from crm_migration.entities as entity
join crm_migration.partitions as cut using (entity_id)
where reject.entity_id = entity.entity_id and entity.run_id = @runId and cut.partition = reject.partition
  and (@entity::text is null or entity.entity = @entity) and (@rule::text is null or reject.rule = @rule)
  and (@key::text is null or @key in (reject.source_key, cut.source || ':' || reject.source_key));
