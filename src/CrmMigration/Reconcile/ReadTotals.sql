select sum_column as "Column", group_column as "GroupColumn", group_value as "Group",
       coalesce(round(read_sum, digits)::text, read_sum::text) as "Read",
       coalesce(round(loaded_sum, digits)::text, loaded_sum::text) as "Loaded",
       coalesce(round(left_out_sum, digits)::text, left_out_sum::text) as "LeftOut",
       agrees as "Agrees"
from crm_migration.control_totals
cross join lateral (select greatest(scale(read_sum), scale(loaded_sum), scale(left_out_sum)) as digits) as shown
where entity_id = @entityId
order by sum_column, group_value;
