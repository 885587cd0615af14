-- What was revealed is the target from then on; what is rehearsed never is.
select entity.entity_id as EntityId, entity.entity as Entity, coalesce(entity.target_was_empty, false) as TargetWasEmpty, entity.partitions as Partitions, entity.loaded_partitions as LoadedPartitions,
       entity.match_buckets as MatchBuckets, entity.in_key_order as InKeyOrder, entity.loads_first as LoadsFirst, entity.state as State,
       case when run.mode = 'rehearsal' or not entity.revealed then entity.load_table end as LoadTable,
       run.mode = 'rehearsal' and not (entity.created_target or entity.in_key_order or entity.target_was_empty) as TakesMetRows,
       array(select coalesce(source.first_partition, 0) from crm_migration.entity_sources as source where source.entity_id = entity.entity_id order by source.position) as FirstPartitions,
       array(select coalesce(source.first_gap, 0) from crm_migration.entity_sources as source where source.entity_id = entity.entity_id order by source.position) as FirstGaps
from crm_migration.entities as entity
join crm_migration.runs as run using (run_id)
where entity.run_id = @runId order by entity.position;
