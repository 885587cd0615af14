update crm_migration.rejected_rows as reject set fix = coalesce(reject.fix, '{}') || jsonb_build_object(reject.field, opened.suggestion), resolution = 'fixed'
from unnest(@entityIds, @partitions, @keys, @suggestions) as opened (entity_id, partition, source_key, suggestion)
where reject.entity_id = opened.entity_id and reject.partition = opened.partition and reject.source_key = opened.source_key;
