update crm_migration.rejected_rows as reject set fix = case when @forgetsFix then null else reject.fix end, resolution = @resolution
from crm_migration.entities as entity
where reject.entity_id = entity.entity_id and entity.run_id = @runId
  and (@entity::text is null or entity.entity = @entity) and (@rule::text is null or reject.rule = @rule) and (@key::text is null or reject.source_key = @key);
