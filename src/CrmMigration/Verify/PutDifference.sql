insert into crm_migration.verified_differences (entity_id, set_id, source, source_key, kind, why, target_key, columns, state)
values (@entityId, @setId, @source, @key, @kind, @why, @target, @columns, 'confirmed')
on conflict (entity_id, set_id, source_key) do update
set kind = excluded.kind, why = excluded.why, target_key = excluded.target_key, columns = excluded.columns, state = excluded.state;
