delete from crm_migration.replay_merges where entity_id = @entityId;
insert into crm_migration.replay_merges (entity_id, chunk, cluster, partition, source_key, survivor, survivor_partition)
select @entityId, merge.*
from unnest(@chunks, @clusters, @partitions, @keys, @survivors, @survivorPartitions) as merge;
