insert into crm_migration.control_sums
  (entity_id, partition, sum_column, group_column, group_value, read_sum, left_out_sum, read_odd, left_out_odd)
values
  (@entityId, @partition, @Column, @GroupColumn, @Group, @Read::numeric - @Forgotten::numeric, @LeftOut::numeric - @TakenBack::numeric - @Forgotten::numeric, @ReadOdd, @LeftOutOdd);
