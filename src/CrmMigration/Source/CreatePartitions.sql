insert into crm_migration.partitions (entity_id, partition, source, after_key, through_key, expected_rows)
select @entityId, number - 1, source, after_key, through_key, expected_rows
from unnest(@sources, @afters, @throughs, @rows) with ordinality as cut (source, after_key, through_key, expected_rows, number);
