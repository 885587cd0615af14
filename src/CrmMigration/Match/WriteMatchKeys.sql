insert into crm_migration.match_keys (entity_id, bucket, partition, pairs) values (@entityId, @bucket, @partition, @pairs);
