insert into crm_migration.rejected_rows (entity_id, partition, source_key, rule, field, reason, sqlstate)
select @entityId, @partition, source_key, rule, field, reason, sqlstate
from unnest(@Keys, @Rules, @Fields, @Reasons, @SqlStates) as row (source_key, rule, field, reason, sqlstate);
