insert into crm_migration.reviewed_rows (entity_id, set_id, source_key, kind, target_key, other_key, reason)
values (@entityId, @setId, @key, @kind, @targetKey, @otherKey, @reason)
on conflict do nothing;
