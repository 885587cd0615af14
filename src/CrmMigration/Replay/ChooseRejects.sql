with chosen as (
  select source_key, partition, row_number() over (partition by partition order by length(source_key), source_key) - 1 as place
  from crm_migration.rejected_rows
  where entity_id = @entityId and (@rule::text is null or rule = @rule or (@asChild and rule = 'parent.rejected'))
), numbered as (
  select partition, source_key, dense_rank() over (order by partition, place / @batchRows) - 1 as batch from chosen
), marked as (
  update crm_migration.rejected_rows as reject set replay_batch = numbered.batch
  from numbered where reject.entity_id = @entityId and reject.partition = numbered.partition and reject.source_key = numbered.source_key
  returning reject.replay_batch
), counted as (
  update crm_migration.replays set rows = rows + (select count(*) from marked) where run_id = @runId and fence = @fence
)
-- An entity that a replay before left without its proof is taken along.
update crm_migration.entities set replay_fence = @fence, replay_batches = coalesce((select max(replay_batch) + 1 from marked), 0)
where entity_id = @entityId and (state = 'completed' or exists (select from marked));
