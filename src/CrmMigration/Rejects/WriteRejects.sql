insert into crm_migration.rejected_rows (entity_id, partition, source_key, rule, field, reason, sqlstate, suggestion, payload, sealed, expires_at)
select @entityId, @partition, row.source_key, @rule, @field, @reason, @sqlState, row.suggestion, row.payload::jsonb, row.sealed, now() + @expires
from unnest(@keys, @suggestions, @payloads, @sealed) as row (source_key, suggestion, payload, sealed);
