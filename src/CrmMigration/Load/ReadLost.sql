select lost_numbers, lost_texts, partition from crm_migration.partitions
where entity_id = @entityId and (lost_numbers is not null or lost_texts is not null)
order by partition;
