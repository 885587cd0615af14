insert into crm_migration.verified_differences (entity_id, set_id, source, source_key, kind, why, target_key)
select @entityId, @setId, @source, found.source_key, @kind, @why, links.target_key
from unnest(@keys) as found (source_key)
left join crm_migration.links as links on links.set_id = @setId and links.source_key = found.source_key
on conflict do nothing;
