-- A partition for each source of each batch: that many books are kept.
with batches as (
  select batch, array_agg(set_id) as sets, count(*) as rows from crm_migration.changed_rows where entity_id = @entityId group by batch
), made as (
  insert into crm_migration.partitions (entity_id, partition, source, expected_rows)
  select @entityId, batches.batch * cardinality(@sources) + one.place - 1, one.source,
         (select count(*) from crm_migration.changed_rows as changed join crm_migration.link_sets as sets using (set_id)
          where changed.entity_id = @entityId and changed.batch = batches.batch and sets.source = one.source)
  from batches cross join unnest(@sources) with ordinality as one (source, place)
  returning 1
)
update crm_migration.entities
set partitions = (select count(*) from made), loaded_partitions = (select count(*) from made), state = 'partitioned', contents_found = 0, contents_agree = true
where entity_id = @entityId;
