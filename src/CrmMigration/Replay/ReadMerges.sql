select reject.partition, reject.source_key, reject.fix::text, reject.resolution = 'skip', merge.cluster, merge.survivor, merge.survivor_partition
from crm_migration.replay_merges as merge
join crm_migration.rejected_rows as reject using (entity_id, partition, source_key)
where merge.entity_id = @entityId and merge.chunk = @chunk
for update of reject;
