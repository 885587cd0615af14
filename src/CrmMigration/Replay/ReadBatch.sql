-- A batch is of one partition. Rows of it that match others are taken by the merges.
select reject.partition, reject.source_key, reject.fix::text, reject.resolution = 'skip'
from crm_migration.rejected_rows as reject
where reject.entity_id = @entityId and reject.replay_batch = @batch
  and not exists (
    select from crm_migration.replay_merges as merge
    where merge.entity_id = reject.entity_id and merge.partition = reject.partition and merge.source_key = reject.source_key)
order by length(reject.source_key), reject.source_key
for update of reject;
