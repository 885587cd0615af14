-- In one order, so that no two steps wait for each other.
select partition from crm_migration.partitions where entity_id = @entityId and partition = any(@partitions) order by partition for no key update;
