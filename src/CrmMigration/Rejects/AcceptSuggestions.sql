update crm_migration.rejected_rows as reject set fix = coalesce(reject.fix, '{}') || jsonb_build_object(reject.field, reject.suggestion), resolution = 'fixed'
from crm_migration.entities as entity
where reject.entity_id = entity.entity_id and entity.run_id = @runId
  and (@entity::text is null or entity.entity = @entity) and (@rule::text is null or reject.rule = @rule) and (@key::text is null or reject.source_key = @key)
  and reject.field is not null and reject.suggestion is not null and coalesce(reject.expires_at > now(), true);
