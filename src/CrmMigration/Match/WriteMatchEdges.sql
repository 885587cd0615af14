insert into crm_migration.match_edges (entity_id, bucket, edges, frequent_keys)
values (@entityId, @bucket, @edges, @frequentKeys)
on conflict do nothing;
