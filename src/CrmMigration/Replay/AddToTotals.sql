-- Read and left out are summed anew; what the target holds grows by what the replay found there, once. Each total stands for all sources
-- together, and where there are several for each of them.
with known as (
  delete from crm_migration.control_totals where entity_id = @entityId returning *
), read_from as (
  select null::text as source
  union all
  select one.source from crm_migration.entity_sources as one
  where one.entity_id = @entityId and 1 < (select count(*) from crm_migration.entity_sources as other where other.entity_id = @entityId)
), summed as (
  select read_from.source, sum_column, min(group_column) as group_column, rtrim(group_value) as group_value, sum(read_sum) as read_sum, sum(left_out_sum) as left_out_sum,
         sum(read_odd) as read_odd, sum(left_out_odd) as left_out_odd, sum(loaded_sum) as loaded_sum, sum(loaded_odd) as loaded_odd
  from crm_migration.control_sums
  join crm_migration.partitions as cut using (entity_id, partition)
  join read_from on read_from.source is null or read_from.source = cut.source
  where entity_id = @entityId group by read_from.source, sum_column, rtrim(group_value)
), added as (
  update crm_migration.control_sums set loaded_sum = 0, loaded_odd = 0 where entity_id = @entityId and (loaded_sum <> 0 or loaded_odd <> 0)
)
insert into crm_migration.control_totals
  (entity_id, sum_column, group_column, group_value, read_sum, left_out_sum, loaded_sum, read_odd, left_out_odd, loaded_odd, source, agrees)
select *, read_sum - left_out_sum = loaded_sum and read_odd - left_out_odd = loaded_odd
from (
  select @entityId, coalesce(known.sum_column, summed.sum_column), coalesce(known.group_column, summed.group_column), coalesce(known.group_value, summed.group_value),
         coalesce(summed.read_sum, 0) as read_sum, coalesce(summed.left_out_sum, 0) as left_out_sum, coalesce(known.loaded_sum, 0) + coalesce(summed.loaded_sum, 0) as loaded_sum,
         coalesce(summed.read_odd, 0) as read_odd, coalesce(summed.left_out_odd, 0) as left_out_odd, coalesce(known.loaded_odd, 0) + coalesce(summed.loaded_odd, 0) as loaded_odd,
         coalesce(known.source, summed.source) as source
  from known
  full join summed on known.sum_column = summed.sum_column and coalesce(known.group_value, '') = coalesce(summed.group_value, '')
    and (known.group_value is null) = (summed.group_value is null)
    and coalesce(known.source, '') = coalesce(summed.source, '') and (known.source is null) = (summed.source is null)
) as compared;
