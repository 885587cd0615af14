insert into crm_migration.replay_keys (entity_id, side, place, partition, pairs) values (@entityId, @side, @place, @partition, @pairs)
on conflict (entity_id, side, place) do update set pairs = excluded.pairs;
