-- A row that is rejected again keeps its fix, and what was kept of it where the source has it no more.
insert into crm_migration.rejected_rows as known (entity_id, partition, source_key, rule, field, reason, sqlstate, suggestion, payload, sealed, expires_at)
select @entityId, @partition, row.source_key, @rule, @field, @reason, @sqlState, row.suggestion, row.payload::jsonb, row.sealed, now() + @expires
from unnest(@keys, @suggestions, @payloads, @sealed) as row (source_key, suggestion, payload, sealed)
on conflict (entity_id, partition, source_key) do update
set rule = excluded.rule, field = excluded.field, reason = excluded.reason, sqlstate = excluded.sqlstate, rejected_at = excluded.rejected_at,
    suggestion = excluded.suggestion, payload = coalesce(excluded.payload, known.payload), sealed = coalesce(excluded.sealed, known.sealed),
    expires_at = excluded.expires_at, resolution = 'open';
