-- What the replay before left behind, or this one at its end.
update crm_migration.rejected_rows as reject set replay_batch = null
from crm_migration.entities as entity
where entity.run_id = @runId and reject.entity_id = entity.entity_id and reject.replay_batch is not null;
delete from crm_migration.replay_keys where entity_id in (select entity_id from crm_migration.entities where run_id = @runId);
delete from crm_migration.replay_merges where entity_id in (select entity_id from crm_migration.entities where run_id = @runId);
update crm_migration.entities set replay_fence = null, replay_batches = null where run_id = @runId and replay_fence is not null;
