insert into crm_migration.partitions (entity_id, partition, source, after_key, through_key, expected_rows, sampled)
select @entityId, number - 1, source, after_key, through_key, expected_rows, sampled
from unnest(@sources, @afters, @throughs, @rows, @sampled) with ordinality as cut (source, after_key, through_key, expected_rows, sampled, number);
