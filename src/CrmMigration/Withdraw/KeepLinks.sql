insert into crm_migration.earlier_links (entity_id, set_id, source_key, status, target_key, row_hash, pending, arrived, carried)
select @entityId, touched.set_id, touched.source_key, links.status, links.target_key, links.row_hash, links.pending, links.arrived, links.carried
from unnest(@sets, @keys) as touched (set_id, source_key)
left join crm_migration.links as links using (set_id, source_key)
on conflict do nothing;
