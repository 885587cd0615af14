select entity_id as EntityId, entity as Entity, coalesce(target_was_empty, false) as TargetWasEmpty, partitions as Partitions, match_buckets as MatchBuckets, load_table as LoadTable, in_key_order as InKeyOrder, state as State
from crm_migration.entities where run_id = @runId order by position;
