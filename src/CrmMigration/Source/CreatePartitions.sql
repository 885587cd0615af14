insert into crm_migration.partitions (entity_id, partition, after_key, through_key, expected_rows)
select @entityId, number - 1, after_key, through_key, expected_rows
from unnest(@afters, @throughs, @rows) with ordinality as cut (after_key, through_key, expected_rows, number);
